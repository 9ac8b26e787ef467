import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import type { Token } from '../../sql/tokens.ts';
import { datePart, datePartLiteral } from '../date-parts.ts';
import type { Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const toInterval: Record<string, string> = {
  millennium: 'to_millennia',
  century: 'to_centuries',
  decade: 'to_decades',
  year: 'to_years',
  quarter: 'to_quarters',
  month: 'to_months',
  week: 'to_weeks',
  day: 'to_days',
  hour: 'to_hours',
  minute: 'to_minutes',
  second: 'to_seconds',
  millisecond: 'to_milliseconds',
  microsecond: 'to_microseconds',
};

const dateadd = ([part = [], count = [], date = []]: Token[][]): Token[] => {
  const interval = toInterval[datePart(part)];
  if (!interval) throw formNotEmulated(`DATEADD of ${datePart(part)}`);
  return sql`(${timestamp(date)} + ${made(interval)}(cast(${count} as integer)))`;
};

const datediff = ([part = [], from = [], to = []]: Token[][]): Token[] =>
  sql`date_diff(${datePartLiteral(part)}, ${timestamp(from)}, ${timestamp(to)})`;

export const dateArithmetic: Rule = {
  name: 'DATEADD, DATEDIFF',
  area: 'Dates and times',
  approximate: 'DATEDIFF counts weeks that begin on Monday. TIME values are not taken.',
  macros: [
    `redshift_timestamp(x date) as x::timestamp, (x timestamp) as x, (x timestamptz) as x,
       (x varchar) as x::timestamp`,
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { dateadd, date_add: dateadd, datediff, date_diff: datediff }),
  cases: [
    { sql: "select dateadd(month, 18, '2008-02-28') as a", rows: [['2009-08-28 00:00:00']] },
    { sql: "select dateadd(d, -1, date '2020-03-01') as a", rows: [['2020-02-29 00:00:00']] },
    {
      sql: "select dateadd('min', 30, timestamp '2020-01-01 23:45:00') as a",
      rows: [['2020-01-02 00:15:00']],
    },
    { sql: "select datediff(qtr, '1998-07-01', '2020-11-20') as a", rows: [['89']] },
    { sql: "select datediff(hour, '2020-01-01 00:59:00', '2020-01-01 01:00:00') as a", rows: [['1']] },
    { sql: "select datediff(day, '2020-01-02', '2020-01-01') as a", rows: [['-1']] },
  ],
};
