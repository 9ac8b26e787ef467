import type { Case, Rule } from '../rule.ts';

/** [name, type of each side] */
const functions: [string, string, string][] = [
  ['date_cmp', 'date', 'date'],
  ['date_cmp_timestamp', 'date', 'timestamp'],
  ['date_cmp_timestamptz', 'date', 'timestamptz'],
  ['timestamp_cmp', 'timestamp', 'timestamp'],
  ['timestamp_cmp_date', 'timestamp', 'date'],
  ['timestamp_cmp_timestamptz', 'timestamp', 'timestamptz'],
  ['timestamptz_cmp', 'timestamptz', 'timestamptz'],
  ['timestamptz_cmp_date', 'timestamptz', 'date'],
  ['timestamptz_cmp_timestamp', 'timestamptz', 'timestamp'],
  ['interval_cmp', 'interval', 'interval'],
];
const dates = functions.filter(([name]) => name !== 'interval_cmp');

export const dateCompare: Rule = {
  name: 'comparing functions of dates',
  area: 'Dates and times',
  macros: [
    'redshift_compare(a, b) as (case when a > b then 1 when a < b then -1 when a = b then 0 end)::integer',
    ...functions.map(([name, a, b]) => `${name}(a, b) as redshift_compare(a::${a}, b::${b})`),
  ],
  cases: [
    ...dates.map(
      ([name, a, b]): Case => ({
        form: `${name.toUpperCase()}(a, b)`,
        sql: `select ${name}(${a} '2008-01-02', ${b} '2008-01-01') as a, ${name}(${a} '2008-01-01', ${b} '2008-01-02') as b, ${name}('2008-01-01', '2008-01-01') as c, ${name}(null, '2008-01-01') as d`,
        rows: [['1', '-1', '0', null]],
      }),
    ),
    {
      form: 'INTERVAL_CMP(a, b)',
      sql: "select interval_cmp('3 days', '1 year') as a, interval_cmp('7 days', '1 week') as b, interval_cmp('2 hours', '1 hour') as c",
      rows: [['-1', '0', '1']],
    },
  ],
};
