import type { Rule } from './rule.ts';
import { aggregates } from './rules/aggregates.ts';
import { backslash } from './rules/backslash.ts';
import { casts } from './rules/casts.ts';
import { catalogue } from './rules/catalogue-names.ts';
import { conditionals } from './rules/conditionals.ts';
import { convert } from './rules/convert.ts';
import { dateCompare } from './rules/date-compare.ts';
import { dateFunctions } from './rules/date-functions.ts';
import { dateParts } from './rules/date-parts.ts';
import { dateTrunc } from './rules/date-trunc.ts';
import { dateaddRule } from './rules/dateadd.ts';
import { datediffRule } from './rules/datediff.ts';
import { datetimeLiterals } from './rules/datetime-literals.ts';
import { division } from './rules/division.ts';
import { generateSeries } from './rules/generate-series.ts';
import { hashes } from './rules/hashes.ts';
import { intervals } from './rules/intervals.ts';
import { jsonFunctions } from './rules/json-functions.ts';
import { listaggRule } from './rules/listagg.ts';
import { matching } from './rules/matching.ts';
import { mathematics } from './rules/mathematics.ts';
import { minus } from './rules/minus.ts';
import { order } from './rules/order.ts';
import { approximate, percentiles } from './rules/percentiles.ts';
import { regularExpressions } from './rules/regular-expressions.ts';
import { resultNames } from './rules/result-names.ts';
import { sessionFunctions } from './rules/session-functions.ts';
import { sumAndAvg } from './rules/sum-and-avg.ts';
import { superValues } from './rules/super-values.ts';
import { temporaryNames } from './rules/temporary-names.ts';
import { textChanges } from './rules/text-changes.ts';
import { textPlaces } from './rules/text-places.ts';
import { timeZones } from './rules/time-zones.ts';
import { toCharRule } from './rules/to-char.ts';
import { toDate } from './rules/to-date.ts';
import { toNumberRule } from './rules/to-number.ts';
import { top } from './rules/top.ts';
import { types } from './rules/types.ts';
import { unnesting } from './rules/unnesting.ts';
import { windows } from './rules/windows.ts';

/** In the order in which they rewrite: names are those of the SQL as it was written. */
export const rules: readonly Rule[] = [
  backslash,
  temporaryNames,
  catalogue,
  top,
  approximate,
  resultNames,
  sessionFunctions,
  minus,
  unnesting,
  superValues,
  jsonFunctions,
  types,
  convert,
  casts,
  conditionals,
  listaggRule,
  percentiles,
  windows,
  aggregates,
  generateSeries,
  sumAndAvg,
  datetimeLiterals,
  intervals,
  timeZones,
  dateaddRule,
  datediffRule,
  dateParts,
  dateTrunc,
  toCharRule,
  toDate,
  toNumberRule,
  dateFunctions,
  dateCompare,
  division,
  order,
  matching,
  regularExpressions,
  textPlaces,
  textChanges,
  hashes,
  mathematics,
];
