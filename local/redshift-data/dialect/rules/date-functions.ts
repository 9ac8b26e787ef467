import { made } from '../../sql/calls.ts';
import { is } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

export const dateFunctions: Rule = {
  name: 'GETDATE, SYSDATE, LAST_DAY, ADD_MONTHS, TRUNC',
  area: 'Dates and times',
  macros: [
    `getdate() as date_trunc('second', now()::timestamp)`,
    'redshift_sysdate() as now()::timestamp',
    'last_day(d) as system.main.last_day(d::date)',
    // The last day of a month stays the last day.
    `add_months(d, n) as case when d::date = system.main.last_day(d::date)
       then system.main.last_day((d::timestamp + to_months(n::integer))::date)::timestamp + (d::timestamp - date_trunc('day', d::timestamp))
       else d::timestamp + to_months(n::integer) end`,
    `trunc(x date) as x::date, (x timestamp) as x::date, (x timestamptz) as x::date, (x) as system.main.trunc(x),
       (x, n) as system.main.trunc(x, n)`,
  ],
  rewrite: (tokens) =>
    tokens.flatMap((token, at) =>
      is(token, 'sysdate') && tokens[at - 1]?.text !== '.' ? made('redshift_sysdate()') : [token],
    ),
  cases: [
    {
      sql: 'select getdate() <= sysdate as a, sysdate < dateadd(day, 1, getdate()) as b',
      rows: [['true', 'true']],
    },
    {
      sql: "select last_day('2020-02-02') as a, last_day(timestamp '2015-12-05 10:00:00') as b",
      rows: [['2020-02-29', '2015-12-31']],
    },
    {
      sql: "select add_months('2008-02-29', 1) as a, add_months(date '2008-01-30', 1) as b",
      rows: [['2008-03-31 00:00:00', '2008-02-29 00:00:00']],
    },
    {
      sql: "select trunc(timestamp '2020-01-01 10:00:00') as a, trunc(-1.7) as b, trunc(1.567, 2) as c",
      rows: [['2020-01-01', '-1', '1.56']],
    },
  ],
};
