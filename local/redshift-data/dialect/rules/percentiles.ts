import { sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import { is, type Token } from '../../sql/tokens.ts';
import { type Call, replaceCalls } from '../call-at.ts';
import type { Rule } from '../rule.ts';

/** `order by x desc` → [x, true] */
const ordered = ({ order = [] }: Call): [Token[], boolean] => {
  const direction = order.findIndex((token) => is(token, 'asc', 'desc'));
  return direction < 0 ? [order.slice(2), false] : [order.slice(2, direction), is(order[direction], 'desc')];
};

const percentile = (call: Call, name: string): Token[] => {
  if (name === 'median') return sql`median(redshift_continuous(${call.arguments})) ${call.over}`;
  const [value, descending] = ordered(call);
  const fraction = call.arguments;
  if (name === 'percentile_cont') {
    const share = descending ? sql`1 - ${fraction}` : fraction;
    return sql`quantile_cont(redshift_continuous(${value}), ${share}) ${call.over}`;
  }
  if (!descending) return sql`quantile_disc(${value}, ${fraction}) ${call.over}`;
  if (call.over.length > 0) throw formNotEmulated('PERCENTILE_DISC of a descending order OVER a window');
  return sql`percentile_disc(${fraction}) within group (order by ${value} desc)`;
};

const withoutApproximate = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token, at) => !(is(token, 'approximate') && is(tokens[at + 1], 'count', 'percentile_disc')));

const numbers =
  '(select 1 as x, 1 as g union all select 2, 1 union all select 4, 1 union all select 10, 2) as t';

/** In front of the rule that names the columns. */
export const approximate: Rule = {
  name: 'APPROXIMATE',
  area: 'Aggregates and windows',
  rewrite: withoutApproximate,
  cases: [
    {
      form: 'APPROXIMATE COUNT(DISTINCT x)',
      note: 'The count is exact.',
      sql: `select approximate count(distinct x) from ${numbers}`,
      columns: ['count'],
      rows: [['4']],
    },
    {
      form: 'APPROXIMATE PERCENTILE_DISC',
      note: 'The percentile is exact.',
      sql: `select approximate percentile_disc(0.5) within group (order by x) from ${numbers}`,
      columns: ['percentile_disc'],
      rows: [['2']],
    },
  ],
};

export const percentiles: Rule = {
  name: 'MEDIAN, PERCENTILE_CONT, PERCENTILE_DISC',
  area: 'Aggregates and windows',
  macros: [
    // A stand-in for a date, which is no operand for numbers.
    `redshift_number(x) as struct_extract({number: x, date: 0},
       case when typeof([x]) like 'DATE%' or typeof([x]) like 'TIMESTAMP%' then 'date' else 'number' end)`,
    `redshift_continuous(x) as struct_extract({number: redshift_number(x) * 1.0, date: x},
       case when typeof([x]) like 'DATE%' or typeof([x]) like 'TIMESTAMP%' then 'date' else 'number' end)`,
  ],
  rewrite: (tokens) => replaceCalls(tokens, ['median', 'percentile_cont', 'percentile_disc'], percentile),
  cases: [
    {
      form: 'MEDIAN(x)',
      note: 'The result has one place more than the argument, or is a float.',
      sql: `select median(x), median(x * 1.5) as b, median(x::float) as c from ${numbers}`,
      columns: ['median', 'b', 'c'],
      rows: [['3.0', '4.50', '3']],
    },
    {
      form: 'MEDIAN(x)',
      sql: "select median(d) as a from (select timestamp '2020-01-01' as d union all select timestamp '2020-01-03') as t",
      rows: [['2020-01-02 00:00:00']],
    },
    {
      form: 'PERCENTILE_CONT(p) WITHIN GROUP (ORDER BY x)',
      note: 'The result has one place more than the argument, or is a float.',
      sql: `select percentile_cont(0.5) within group (order by x), percentile_cont(0.25) within group (order by x desc) as b from ${numbers}`,
      columns: ['percentile_cont', 'b'],
      rows: [['3.0', '5.5']],
    },
    {
      form: 'PERCENTILE_DISC(p) WITHIN GROUP (ORDER BY x)',
      sql: `select percentile_disc(0.5) within group (order by x) as a, percentile_disc(0.25) within group (order by x desc) as b from ${numbers}`,
      rows: [['2', '10']],
    },
    {
      form: 'MEDIAN, PERCENTILE_CONT and PERCENTILE_DISC OVER (PARTITION BY …)',
      sql: `select x, median(x) over (partition by g) as a, percentile_cont(0.25) within group (order by x) over (partition by g) as b,
              percentile_disc(0.5) within group (order by x) over (partition by g) as c from ${numbers} order by x`,
      rows: [
        ['1', '2.0', '1.5', '2'],
        ['2', '2.0', '1.5', '2'],
        ['4', '2.0', '1.5', '2'],
        ['10', '10.0', '10.0', '10'],
      ],
    },
    {
      form: 'PERCENTILE_DISC of a descending order OVER a window',
      sql: `select percentile_disc(0.5) within group (order by x desc) over () from ${numbers}`,
      error: 'ERROR: not emulated: PERCENTILE_DISC of a descending order OVER a window',
    },
  ],
};
