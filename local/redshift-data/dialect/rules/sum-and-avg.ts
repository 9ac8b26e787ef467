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

export const sumAndAvg: Rule = {
  name: 'SUM, AVG',
  area: 'Aggregates and windows',
  approximate: 'AVG of a DECIMAL is a DOUBLE PRECISION.',
  macros: [
    // SUM(INTEGER) is BIGINT and SUM(BIGINT) is NUMERIC(38,0); the engine sums every integer as a 128-bit one.
    'redshift_summand(x bigint) as x::decimal(19,0), (x integer) as x, (x smallint) as x, (x) as x',
    // The engine's `divide` cuts integers only.
    'redshift_mean(total, n) as system.main.divide(total, n)',
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
  ],
};
