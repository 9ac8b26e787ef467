import { sql } from '../../sql/calls.ts';
import type { Token } from '../../sql/tokens.ts';
import { type Call, replaceCalls } from '../call-at.ts';
import type { Rule } from '../rule.ts';

const choosing = ['first_value', 'last_value', 'nth_value', 'lag', 'lead'];

/** The engine wants IGNORE NULLS among the arguments. */
const choose = ({ arguments: args, nulls, over }: Call, name: string): Token[] =>
  sql`${[{ kind: 'word', text: name, space: ' ', start: -1 }]}(${args} ${nulls}) ${over}`;

const ratio = ({ arguments: value, over }: Call): Token[] =>
  sql`divide(cast(${value} as double), cast(sum(${value}) ${over} as double))`;

const rows =
  '(select 1 as i, null::integer as x union all select 2, 5 union all select 3, null union all select 4, 7) as t';
const all = 'rows between unbounded preceding and unbounded following';

export const windows: Rule = {
  name: 'window functions',
  area: 'Aggregates and windows',
  rewrite: (tokens) => replaceCalls(replaceCalls(tokens, choosing, choose), ['ratio_to_report'], ratio),
  cases: [
    {
      form: 'FIRST_VALUE, LAST_VALUE, NTH_VALUE [IGNORE NULLS]',
      sql: `select first_value(x ignore nulls) over (order by i ${all}) as a, last_value(x) ignore nulls over (order by i ${all}) as b,
              nth_value(x, 2) ignore nulls over (order by i ${all}) as c, first_value(x) over (order by i ${all}) as d,
              first_value(x) respect nulls over (order by i desc ${all}) as e from ${rows} limit 1`,
      rows: [['5', '7', '7', null, '7']],
    },
    {
      form: 'LAG, LEAD [IGNORE NULLS]',
      sql: `select lag(x, 1) ignore nulls over (order by i) as a, lead(x) ignore nulls over (order by i) as b, lag(x) over (order by i) as c,
              lag(i, 2, 0) over (order by i) as d from ${rows} order by i`,
      rows: [
        [null, '5', null, '0'],
        [null, '7', null, '0'],
        ['5', '7', '5', '1'],
        ['5', null, null, '2'],
      ],
    },
    {
      form: 'RATIO_TO_REPORT(x) OVER (…)',
      sql: 'select ratio_to_report(x) over (), ratio_to_report(x) over (partition by x) as b from (select 1 as x union all select 3) as t order by 1',
      columns: ['ratio_to_report', 'b'],
      rows: [
        ['0.25', '1'],
        ['0.75', '1'],
      ],
    },
    {
      form: 'ROW_NUMBER, RANK, DENSE_RANK, NTILE, CUME_DIST, PERCENT_RANK',
      sql: `select row_number() over (order by x) as a, rank() over (order by x) as b, dense_rank() over (order by x desc) as c, ntile(2) over (order by x) as d,
              cume_dist() over (order by x) as e, percent_rank() over (order by x) as f from (select 1 as x union all select 3) as t order by 1`,
      rows: [
        ['1', '1', '2', '1', '0.5', '0'],
        ['2', '2', '1', '2', '1', '1'],
      ],
    },
  ],
};
