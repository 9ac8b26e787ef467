import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import type { Token } from '../../sql/tokens.ts';
import { datePart } from '../date-parts.ts';
import type { Case, Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const years: Record<string, number> = { year: 1, decade: 10, century: 100, millennium: 1000 };
const toInterval: Record<string, string> = {
  quarter: 'to_quarters(cast(n as integer))',
  month: 'to_months(cast(n as integer))',
  week: 'to_weeks(cast(n as integer))',
  day: 'to_days(cast(n as integer))',
  hour: 'to_hours(n)',
  minute: 'to_minutes(n)',
  second: 'to_seconds(n)',
  millisecond: 'to_milliseconds(n)',
  microsecond: 'to_microseconds(n)',
};
const macros = Object.entries(toInterval).map(
  ([part, interval]) => `redshift_add_${part}(x, n) as x + ${interval}`,
);

const dateadd = ([part = [], count = [], date = []]: Token[][]): Token[] => {
  const name = datePart(part);
  const n = sql`cast(${count} as bigint)`;
  if (years[name]) return sql`redshift_add_year(${timestamp(date)}, ${n} * ${made(String(years[name]))})`;
  if (!toInterval[name]) throw formNotEmulated(`DATEADD of ${name}`);
  return sql`${made(`redshift_add_${name}`)}(${timestamp(date)}, ${n})`;
};

const start = "timestamp '2019-01-31 22:58:59.5'";
const parts: [string, string][] = [
  ['millennium mil mils', '3019-01-31 22:58:59.5'],
  ['century c cent cents', '2119-01-31 22:58:59.5'],
  ['decade dec decs', '2029-01-31 22:58:59.5'],
  ['year years y yr yrs', '2020-01-31 22:58:59.5'],
  ['quarter qtr qtrs', '2019-04-30 22:58:59.5'],
  ['month mon mons', '2019-02-28 22:58:59.5'],
  ['week weeks w', '2019-02-07 22:58:59.5'],
  ['day days d', '2019-02-01 22:58:59.5'],
  ['hour h hr hrs', '2019-01-31 23:58:59.5'],
  ['minute m min mins', '2019-01-31 22:59:59.5'],
  ['second s sec secs', '2019-01-31 22:59:00.5'],
  ['millisecond ms msec msecs msecond mseconds millisec millisecs millisecon', '2019-01-31 22:58:59.501'],
  ['microsecond us usec usecs usecond useconds microsec microsecs', '2019-01-31 22:58:59.500001'],
];

export const dateaddRule: Rule = {
  name: 'DATEADD(part, n, date)',
  area: 'Dates and times',
  macros: [
    'redshift_text_timestamp(x) as coalesce(try_cast(x as timestamp), redshift_read_timestamp(x))',
    // Typed macros would do, but the engine does not know the type of an aggregate when it chooses among them.
    `redshift_timestamp(x) as struct_extract({
       text: case when typeof(x) = 'VARCHAR' then redshift_text_timestamp(x::varchar) end,
       date: case when typeof(x) = 'DATE' then x::timestamp end,
       other: x
     }, case typeof([x]) when 'VARCHAR[]' then 'text' when 'DATE[]' then 'date' else 'other' end)`,
    // A leap day and whole years is the day after the last of February.
    `redshift_add_year(x, n) as x + to_years(cast(n as integer)) + to_days(case
       when date_part('day', x) = 29 and date_part('day', x + to_years(cast(n as integer))) = 28 then 1 else 0 end)`,
    ...macros,
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { dateadd, date_add: dateadd }),
  cases: [
    ...parts.map(([names, result]): Case => {
      const calls = names.split(' ').map((name, index) => `dateadd(${name}, 1, ${start}) as a${index}`);
      return { sql: `select ${calls.join(', ')}`, rows: [names.split(' ').map(() => result)] };
    }),
    {
      sql: "select dateadd(month, 18, '2008-02-28')",
      columns: ['date_add'],
      rows: [['2009-08-28 00:00:00']],
    },
    { sql: "select dateadd(d, -1, date '2020-03-01') as a", rows: [['2020-02-29 00:00:00']] },
    {
      sql: "select dateadd('min', 30, timestamp '2020-01-01 23:45:00') as a",
      rows: [['2020-01-02 00:15:00']],
    },
    { sql: "select dateadd(month, 1, '2008-04-30') as a", rows: [['2008-05-30 00:00:00']] },
    {
      form: 'DATEADD of a leap day',
      sql: "select dateadd(month, 12, '2016-02-29') as a, dateadd(year, 1, '2016-02-29') as b, dateadd(y, 4, '2016-02-29') as c",
      rows: [['2017-02-28 00:00:00', '2017-03-01 00:00:00', '2020-02-29 00:00:00']],
    },
    { sql: "select dateadd(ms, 1577836800000, '1970-01-01') as a", rows: [['2020-01-01 00:00:00']] },
    {
      form: 'DATEADD of a TIME',
      sql: "select dateadd(hour, 8, time '13:24:55') as a, dateadd(hour, 12, time '13:24:55') as b",
      rows: [['21:24:55', '01:24:55']],
    },
    {
      form: 'DATEADD of a TIMETZ',
      sql: "select dateadd(hour, 2, timetz '13:24:55 PST') as a",
      rows: [['23:24:55+00']],
    },
    {
      form: 'DATEADD of an aggregate',
      sql: "select dateadd(day, 1, max(d)) as a, dateadd(day, 1, lag(max(d)) over (order by 1)) as b from (select date '2020-01-01' as d) as t",
      rows: [['2020-01-02 00:00:00', null]],
    },
    { sql: "select dateadd(dow, 1, '2020-01-01')", error: 'ERROR: not emulated: DATEADD of dow' },
  ],
};
