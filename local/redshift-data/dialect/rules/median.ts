import type { Rule } from '../rule.ts';

/** The engine has both. */
export const median: Rule = {
  name: 'MEDIAN, PERCENTILE_CONT',
  area: 'Aggregates and windows',
  cases: [
    { sql: 'select median(x) as a from (select 1 as x union all select 2) as t', rows: [['1.5']] },
    {
      sql: 'select percentile_cont(0.5) within group (order by x) as a from (select 1 as x union all select 4) as t',
      rows: [['2.5']],
    },
  ],
};
