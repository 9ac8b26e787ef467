import type { Rule } from './rule.ts';
import { backslash } from './rules/backslash.ts';
import { conditionals } from './rules/conditionals.ts';
import { convert } from './rules/convert.ts';
import { dateArithmetic } from './rules/date-arithmetic.ts';
import { dateFunctions } from './rules/date-functions.ts';
import { dateParts } from './rules/date-parts.ts';
import { division } from './rules/division.ts';
import { listagg } from './rules/listagg.ts';
import { median } from './rules/median.ts';
import { minus } from './rules/minus.ts';
import { order } from './rules/order.ts';
import { resultNames } from './rules/result-names.ts';
import { strings } from './rules/strings.ts';
import { sumAndAvg } from './rules/sum-and-avg.ts';
import { tableAttributes } from './rules/table-attributes.ts';
import { toCharRule } from './rules/to-char.ts';
import { toDate } from './rules/to-date.ts';
import { toNumberRule } from './rules/to-number.ts';
import { types } from './rules/types.ts';

/** In the order in which they rewrite: names are those of the SQL as it was written. */
export const rules: readonly Rule[] = [
  backslash,
  resultNames,
  minus,
  types,
  tableAttributes,
  convert,
  conditionals,
  listagg,
  sumAndAvg,
  dateArithmetic,
  dateParts,
  toCharRule,
  toDate,
  toNumberRule,
  dateFunctions,
  division,
  order,
  strings,
  median,
];
