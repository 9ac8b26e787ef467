import { type CallRewriter, made, rewriteCalls, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const asTimestamp = (argument: Token[] = []): Token[] => sql`cast(${timestamp(argument)} as timestamp)`;
const asDate = (argument: Token[] = []): Token[] => sql`cast(${timestamp(argument)} as date)`;

const calls: Record<string, CallRewriter> = {
  last_day: ([date]) => sql`system.main.last_day(${asDate(date)})`,
  add_months: ([date, count = []]) =>
    sql`redshift_add_months(${asTimestamp(date)}, cast(${count} as integer))`,
  months_between: ([a, b]) => sql`redshift_months_between(${asTimestamp(a)}, ${asTimestamp(b)})`,
  next_day: ([date, name = []]) => sql`redshift_next_day(${asDate(date)}, ${name})`,
};

const withSysdate = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, at) =>
    is(token, 'sysdate') && tokens[at - 1]?.text !== '.' ? made('redshift_sysdate()') : [token],
  );

export const dateFunctions: Rule = {
  name: 'date functions',
  area: 'Dates and times',
  macros: [
    `getdate() as date_trunc('second', now()::timestamp)`,
    'redshift_sysdate() as now()::timestamp',
    `timeofday() as strftime(now()::timestamp, '%a %b %d %H:%M:%S.%f %Y UTC')`,
    // The last day of a month stays the last day.
    `redshift_add_months(d, n) as case when d::date = system.main.last_day(d::date)
       then system.main.last_day((d + to_months(n))::date)::timestamp + (d - date_trunc('day', d))
       else d + to_months(n) end`,
    `redshift_months_between(a, b) as (case
       when day(a) = day(b) or (a::date = system.main.last_day(a::date) and b::date = system.main.last_day(b::date)) then 0
       else (epoch(a - date_trunc('month', a)) - epoch(b - date_trunc('month', b))) / (31 * 86400)::double end)
       + (year(a) - year(b)) * 12 + month(a) - month(b)`,
    `redshift_day_of_week(name) as case
       when name ilike 'su%' then 0 when name ilike 'm%' then 1 when name ilike 'th%' then 4 when name ilike 't%' then 2
       when name ilike 'w%' then 3 when name ilike 'f%' then 5 when name ilike 'sa%' then 6
       else error('Invalid day of week: ' || name) end`,
    `redshift_next_day(d, name) as
       (d + ((redshift_day_of_week(name) - dayofweek(d) + 6) % 7 + 1)::integer)::date`,
    `redshift_date(x) as case when typeof(x) = 'DATE' or typeof(x) like 'TIMESTAMP%' then x::date end`,
    `trunc(x) as struct_extract({date: redshift_date(x), number: system.main.trunc(redshift_number(x))},
       case when typeof([x]) like 'DATE%' or typeof([x]) like 'TIMESTAMP%' then 'date' else 'number' end),
       (x, n) as system.main.trunc(x, n)`,
  ],
  rewrite: (tokens) => rewriteCalls(withSysdate(tokens), calls),
  cases: [
    {
      form: 'GETDATE(), SYSDATE, CURRENT_DATE, TIMEOFDAY()',
      sql: `select getdate() <= sysdate as a, sysdate < dateadd(day, 1, getdate()) as b, trunc(sysdate) = current_date as c,
              timeofday() like '___ ___ __ __:__:__.______ ____ UTC' as d, date_trunc('second', getdate()) = getdate() as e`,
      rows: [['true', 'true', 'true', 'true', 'true']],
    },
    {
      form: 'LAST_DAY(date)',
      sql: "select last_day('2020-02-02') as a, last_day(timestamp '2015-12-05 10:00:00') as b, last_day('20190202') as c",
      rows: [['2020-02-29', '2015-12-31', '2019-02-28']],
    },
    {
      form: 'ADD_MONTHS(date, n)',
      sql: "select add_months('2008-02-29', 1) as a, add_months(date '2008-01-30', 1) as b, add_months('2008-04-30', 1) as c, add_months('2008-03-31 10:00:00', -1) as d",
      rows: [['2008-03-31 00:00:00', '2008-02-29 00:00:00', '2008-05-31 00:00:00', '2008-02-29 10:00:00']],
    },
    {
      form: 'MONTHS_BETWEEN(a, b)',
      sql: "select months_between('1969-01-18', '1969-03-18') as a, months_between('2014-09-30 12:00:00', '2014-08-31') as b, round(months_between('2008-12-25 15:00:00', '2008-01-21 19:30:00'), 2) as c, months_between(null, '2020-01-01') as d",
      rows: [['-2', '1', '11.12', null]],
    },
    {
      form: 'NEXT_DAY(date, day)',
      sql: "select next_day('2014-08-20', 'Tuesday') as a, next_day(date '2014-08-20', 'we') as b, next_day(timestamp '2014-08-20 10:00:00', 'THURS') as c, next_day('2014-08-20', 'sa') as d",
      rows: [['2014-08-26', '2014-08-27', '2014-08-21', '2014-08-23']],
    },
    {
      form: 'TRUNC(timestamp)',
      sql: "select trunc(timestamp '2020-01-01 10:00:00') as a, trunc(date '2020-01-01') as b",
      rows: [['2020-01-01', '2020-01-01']],
    },
    {
      form: 'TRUNC(timestamp)',
      sql: "select trunc(max(d)) as a, trunc(avg(n)) as b from (select timestamp '2020-01-01 10:00:00' as d, 5 as n) as t",
      rows: [['2020-01-01', '5']],
    },
    {
      form: 'TRUNC(number[, places])',
      sql: 'select trunc(-1.7) as a, trunc(1.567, 2) as b, trunc(111.15) as c, trunc(111.15, 1) as d, trunc(111.15, -1) as e, trunc(2.9::float) as f',
      rows: [['-1', '1.56', '111', '111.1', '110', '2']],
    },
  ],
};
