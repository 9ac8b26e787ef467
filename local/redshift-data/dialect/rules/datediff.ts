import { rewriteCalls, sql } from '../../sql/calls.ts';
import type { Token } from '../../sql/tokens.ts';
import { datePartLiteral } from '../date-parts.ts';
import type { Case, Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const datediff = ([part = [], from = [], to = []]: Token[][]): Token[] =>
  sql`redshift_datediff(${datePartLiteral(part)}, ${timestamp(from)}, ${timestamp(to)})`;

/** One boundary of each part is crossed, however near to it both ends are. */
const boundaries: [string, string, string][] = [
  ['millennium', '2000-12-31 23:59:59', '2001-01-01'],
  ['century', '2000-12-31 23:59:59', '2001-01-01'],
  ['decade', '2009-12-31 23:59:59', '2010-01-01'],
  ['year', '2008-12-31', '2009-01-01'],
  ['quarter', '2009-03-31', '2009-04-01'],
  ['month', '2009-01-31', '2009-02-01'],
  ['day', '2009-01-01 23:59:59', '2009-01-02 00:00:00'],
  ['hour', '2020-01-01 00:59:59', '2020-01-01 01:00:00'],
  ['minute', '2020-01-01 00:00:59', '2020-01-01 00:01:00'],
  ['second', '2020-01-01 00:00:00.999', '2020-01-01 00:00:01'],
  ['ms', '2020-01-01 00:00:00.000999', '2020-01-01 00:00:00.001'],
  ['us', '2020-01-01 00:00:00.000001', '2020-01-01 00:00:00.000002'],
];

export const datediffRule: Rule = {
  name: 'DATEDIFF(part, from, to)',
  area: 'Dates and times',
  macros: [
    `redshift_without_zone(x) as struct_extract({
       zoned: case when typeof(x) = 'TIME WITH TIME ZONE' then x::time end, other: x
     }, case typeof([x]) when 'TIME WITH TIME ZONE[]' then 'zoned' else 'other' end)`,
    // The engine's centuries begin with a year 0.
    `redshift_datediff(part, a, b) as case
       when part in ('millennium', 'century') then date_part(part, b) - date_part(part, a)
       else date_diff(part, redshift_without_zone(a), redshift_without_zone(b)) end`,
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { datediff, date_diff: datediff }),
  cases: [
    ...boundaries.map(
      ([part, from, to]): Case => ({
        sql: `select datediff(${part}, '${from}', '${to}') as a, datediff(${part}, timestamp '${to}', timestamp '${from}') as b, datediff('${part}', timestamp '${to}', timestamp '${to}') as c`,
        rows: [['1', '-1', '0']],
      }),
    ),
    {
      sql: "select datediff(qtr, '1998-07-01', date '2008-06-05')",
      columns: ['date_diff'],
      rows: [['39']],
    },
    {
      form: 'DATEDIFF of weeks',
      note: 'Weeks begin on Monday.',
      sql: "select datediff(week, '2009-01-01', '2009-12-31') as a",
      rows: [['52']],
    },
    {
      form: 'DATEDIFF of aggregates',
      sql: "select datediff(day, min(d), max(d)) as a from (select date '2020-01-01' as d union all select date '2020-01-31') as t",
      rows: [['30']],
    },
    { sql: 'select datediff(day, null::date, getdate()) as a', rows: [[null]] },
    {
      form: 'DATEDIFF of TIME',
      sql: "select datediff(hour, time '20:00:00', time '15:24:45') as a, datediff(minute, time '20:00:00', time '21:00:00') as b",
      rows: [['-5', '60']],
    },
    {
      form: 'DATEDIFF of TIMETZ',
      sql: "select datediff(hours, timetz '20:00:00 PST', timetz '00:58:00 EST') as a",
      rows: [['1']],
    },
  ],
};
