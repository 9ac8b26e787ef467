import { VARCHAR } from '@duckdb/node-api';
import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import type { Token } from '../../sql/tokens.ts';
import { numberPattern } from '../formats/number-pattern.ts';
import { parseNumber } from '../formats/parse-number.ts';
import type { Rule } from '../rule.ts';
import { stringArgument } from '../string-argument.ts';

/** The format's digits are the result's type; a format that differs from row to row has none, and a double holds them all. */
const toNumber = ([text = [], format]: Token[][]): Token[] => {
  const literal = stringArgument(format);
  if (literal === undefined)
    return sql`cast(redshift_parse_number(cast(${text} as varchar), cast(${format ?? []} as varchar)) as double)`;
  const { before, after } = numberPattern(literal);
  const type = made(`decimal(${Math.min(before + after, 38)},${after})`);
  return sql`cast(redshift_parse_number(cast(${text} as varchar), ${format ?? []}) as ${type})`;
};

export const toNumberRule: Rule = {
  name: 'TO_NUMBER(text, format)',
  area: 'Numbers',
  functions: [
    { name: 'redshift_parse_number', parameters: [VARCHAR, VARCHAR], returns: VARCHAR, call: parseNumber },
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { to_number: toNumber }),
  cases: [
    { sql: "select to_number('12,454.8-', '99G999D9S') as a", rows: [['-12454.8']] },
    { sql: "select to_number('12.345', '99D999') as a", rows: [['12.345']] },
    {
      sql: "select to_number('$ 2,012', 'L9,999') as a, to_number('<485>', '999PR') as b",
      rows: [['2012', '-485']],
    },
    { sql: "select to_number('none', '999')", error: 'ERROR: invalid input syntax for type numeric: "none"' },
    {
      form: 'TO_NUMBER with a format that is not a literal',
      note: 'A DOUBLE PRECISION; in Redshift a NUMERIC.',
      sql: "select to_number(t, f) as a from (select '12,454.8-' as t, '99G999D9S' as f union all select '<485>', '999PR') as x order by 1",
      rows: [['-12454.8'], ['-485']],
    },
  ],
};
