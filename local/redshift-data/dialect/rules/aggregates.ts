import type { Rule } from '../rule.ts';

const values = '(select 1 as x union all select 3 union all select null) as t';

/** The engine has them. */
export const aggregates: Rule = {
  name: 'other aggregates',
  area: 'Aggregates and windows',
  cases: [
    {
      form: 'BIT_AND, BIT_OR, BOOL_AND, BOOL_OR',
      sql: `select bit_and(x) as a, bit_or(x) as b, bool_and(x > 0) as c, bool_or(x > 2) as d from ${values}`,
      rows: [['1', '3', 'true', 'true']],
    },
    {
      form: 'STDDEV, STDDEV_SAMP, STDDEV_POP',
      sql: `select stddev(x) = stddev_samp(x) as a, stddev_samp(x) as b, stddev_pop(x) as c from ${values}`,
      rows: [['true', '1.4142135623730951', '1']],
    },
    {
      form: 'VARIANCE, VAR_SAMP, VAR_POP',
      sql: `select variance(x) as a, var_samp(x) as b, var_pop(x) as c from ${values}`,
      rows: [['2', '2', '1']],
    },
    {
      form: 'COUNT, COUNT(DISTINCT), MIN, MAX, ANY_VALUE',
      sql: `select count(*) as a, count(x) as b, count(distinct x) as c, min(x) as d, max(x) as e, any_value(x) > 0 as f from ${values}`,
      rows: [['3', '2', '2', '1', '3', 'true']],
    },
  ],
};
