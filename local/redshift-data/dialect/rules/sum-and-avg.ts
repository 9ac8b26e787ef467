import { VARCHAR } from '@duckdb/node-api';
import { closing, rewriteCalls, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

/** `distinct x` → [distinct, x] */
const quantified = (argument: readonly Token[]): [Token[], Token[]] =>
  is(argument[0], 'distinct', 'all') ? [[argument[0] as Token], argument.slice(1)] : [[], [...argument]];

const sum = ([argument = []]: Token[][]): Token[] => {
  const [quantifier, value] = quantified(argument);
  return sql`sum(${quantifier} redshift_summand(${value}))`;
};

/** The end of `over (…)` or `over name` behind a call. */
const windowEnd = (tokens: readonly Token[], at: number): number => {
  if (!is(tokens[at], 'over')) return at;
  return tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) + 1 : at + 2;
};

/** AVG as a sum by a count, both over the same window, so that an integer's average is an integer. */
const averages = (tokens: readonly Token[]): Token[] => {
  const at = tokens.findIndex((token, index) => is(token, 'avg') && tokens[index + 1]?.text === '(');
  const close = at < 0 ? -1 : closing(tokens, at + 1);
  if (close < 0) return [...tokens];
  const argument = averages(tokens.slice(at + 2, close));
  const end = windowEnd(tokens, close + 1);
  const window = tokens.slice(close + 1, end);
  const mean = sql`redshift_mean(system.main.sum(${argument}) ${window}, count(${argument}) ${window})`;
  return [...tokens.slice(0, at), ...mean, ...averages(tokens.slice(end))];
};

/** Digits of an integer with a decimal point in front of the last `places` of them. */
const withPoint = (integer: string, places: string): string => {
  const [, sign = '', digits = ''] = /^(-?)(\d+)$/.exec(integer) ?? [];
  const padded = digits.padStart(Number(places) + 1, '0');
  const point = padded.length - Number(places);
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
};

export const sumAndAvg: Rule = {
  name: 'SUM, AVG',
  area: 'Aggregates and windows',
  macros: [
    // SUM(INTEGER) is BIGINT and SUM(BIGINT) is NUMERIC(38,0); the engine sums every integer as a 128-bit one.
    `redshift_summand(x) as struct_extract({
       big: case when typeof(x) = 'BIGINT' then x::decimal(19,0) end, other: x
     }, case typeof([x]) when 'BIGINT[]' then 'big' else 'other' end)`,
    // The average of integers is one, and that of decimals keeps their places; the engine makes floats of both.
    `redshift_mean(total, n) as coalesce(
       cast_to_type(case when typeof(total) like 'DECIMAL%' then redshift_with_point(
         (replace(total::varchar, '.', '')::hugeint // n)::varchar, regexp_extract(typeof(total), ',(\\d+)', 1)) end, total),
       cast_to_type(case when typeof(total) = 'HUGEINT' then total::hugeint // n end, total),
       cast_to_type(system.main.divide(total::double, n), total))`,
  ],
  functions: [
    { name: 'redshift_with_point', parameters: [VARCHAR, VARCHAR], returns: VARCHAR, call: withPoint },
  ],
  rewrite: (tokens) => averages(rewriteCalls(tokens, { sum })),
  cases: [
    {
      sql: 'select sum(x) as a, sum(distinct x) as b from (select 1 as x union all select 1) as t',
      rows: [['2', '1']],
    },
    { sql: 'select sum(9223372036854775807) + 1 as a', rows: [['9223372036854775808']] },
    {
      sql: 'select avg(x) as a, avg(x * 1.0::float) as b from (select 1 as x union all select 2) as t',
      rows: [['1', '1.5']],
    },
    { sql: 'select avg(distinct x) over (partition by x) as a from (select 3 as x) as t', rows: [['3']] },
    { sql: 'select avg(x) as a from (select 1 as x where 1 = 0) as t', rows: [[null]] },
    {
      form: 'AVG of decimals',
      note: 'Digits that do not fit are cut: the documentation does not tell whether they are rounded.',
      sql: 'select avg(x) as a, avg(-x) as b, avg(x * 0.01) as c from (select 1.01::decimal(5,2) as x union all select 2::decimal(5,2)) as t',
      rows: [['1.50', '-1.50', '0.0150']],
    },
    {
      form: 'SUM of decimals',
      sql: 'select sum(x) as a from (select 1.25::decimal(5,2) as x union all select 2) as t',
      rows: [['3.25']],
    },
    {
      form: 'SUM and AVG of floats',
      sql: 'select sum(x) as a, avg(x) as b, avg(sum(x)) over () as c from (select 1.5::float as x) as t',
      rows: [['1.5', '1.5', '1.5']],
    },
    {
      form: 'SUM of aggregates',
      sql: 'select sum(count(*)) over () as a, sum(sum(x)) over () as b from (select 2 as x) as t',
      rows: [['1', '2']],
    },
    {
      form: 'SUM and AVG of integers',
      sql: 'select avg(-x) as a, avg(x::bigint) as b, avg(x::smallint) as c from (select 1 as x union all select 2) as t',
      rows: [['-1', '1', '1']],
    },
  ],
};
