import { closing, made, rewriteCalls, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import { datePart, datePartLiteral } from '../date-parts.ts';
import type { Case, Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const part = ([name = [], date = []]: Token[][]): Token[] =>
  sql`redshift_date_part(${datePartLiteral(name)}, ${timestamp(date)})`;

/** EXTRACT(part FROM x) is written with a word instead of a comma. */
const extract = ([argument = []]: Token[][]): Token[] => {
  const from = argument.findIndex((token) => is(token, 'from'));
  const name = argument.slice(0, from);
  const type = made(datePart(name) === 'epoch' ? 'bigint' : 'integer');
  return sql`cast(redshift_extract(${datePartLiteral(name)}, ${timestamp(argument.slice(from + 1))}) as ${type})`;
};

/** Only where FROM stands in it: `extract(` is also a word of other databases. */
const isExtract = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => is(token, 'extract') && closing(tokens, at + 1) > 0);

const moment = "timestamp '2009-09-21 11:10:03.189717'";
const parts: [string, string][] = [
  ['millennium mil mils', '3'],
  ['century c cent cents', '21'],
  ['decade dec decs', '201'],
  ['year y yr yrs', '2009'],
  ['quarter qtr qtrs', '3'],
  ['month mon mons', '9'],
  ['week w', '39'],
  ['dayofweek dow dw weekday', '1'],
  ['dayofyear doy dy yearday', '264'],
  ['day d', '21'],
  ['hour h hr hrs', '11'],
  ['minute m min mins', '10'],
];
/** What DATE_PART says of a fraction of a second, and what EXTRACT says. */
const seconds: [string, string, string][] = [
  ['second s sec secs', '3.189717', '3'],
  ['millisecond ms msec msecs', '3189.717', '189'],
  ['microsecond us usec usecs', '3189717', '717'],
  ['epoch', '1253531403.189717', '1253531403'],
];
const each = (names: string, call: (name: string) => string, result: string): Case => ({
  sql: `select ${names.split(' ').map(call).join(', ')}`,
  rows: [names.split(' ').map(() => result)],
});
const partCase = ([names, result]: [string, string]): Case => ({
  form: 'DATE_PART(part, date)',
  ...each(names, (name) => `date_part(${name}, ${moment})`, result),
});
const extractCase = ([names, result]: [string, string]): Case => ({
  form: 'EXTRACT(part FROM date)',
  ...each(names, (name) => `extract(${name} from ${moment})`, result),
});

export const dateParts: Rule = {
  name: 'DATE_PART, EXTRACT',
  area: 'Dates and times',
  macros: [
    // The engine's decade 200 is Redshift's 201, and its milliseconds have no fraction.
    `redshift_date_part(part, x) as case part
       when 'decade' then date_part('decade', x) + 1
       when 'second' then date_part('microsecond', x) / 1000000::double
       when 'millisecond' then date_part('microsecond', x) / 1000::double
       else date_part(part, x)::double end`,
    `redshift_extract(part, x) as case part
       when 'decade' then date_part('decade', x) + 1
       when 'millisecond' then date_part('millisecond', x) % 1000
       when 'microsecond' then date_part('microsecond', x) % 1000
       else floor(date_part(part, x)) end`,
    'date_part_year(x) as year(x::date)::integer',
  ],
  rewrite: (tokens) =>
    rewriteCalls(tokens, { date_part: part, pgdate_part: part, ...(isExtract(tokens) && { extract }) }),
  cases: [
    ...parts.map(partCase),
    ...seconds.map(([names, whole]) => partCase([names, whole])),
    {
      form: 'DATE_PART(part, date)',
      sql: "select date_part('dow', date '2020-01-05'), date_part(minute, timestamp '20230104 04:05:06.789') as b",
      columns: ['pgdate_part', 'b'],
      rows: [['0', '5']],
    },
    ...parts.map(extractCase),
    ...seconds.map(([names, , own]) => extractCase([names, own])),
    {
      form: 'EXTRACT(part FROM date)',
      sql: "select extract(century from timestamp '2000-12-16 12:21:13') as a, extract(mil from timestamp '2000-12-16') as b, extract(decade from timestamp '1999-02-16') as c",
      rows: [['20', '2', '200']],
    },
    {
      form: 'EXTRACT(part FROM date)',
      sql: "select extract(year from '2020-01-05'), extract(week from date '2020-12-31') as b, extract(week from date '2021-01-03') as c",
      columns: ['date_part', 'b', 'c'],
      rows: [['2020', '53', '53']],
    },
    {
      form: 'EXTRACT of a TIME or an interval',
      sql: "select extract(ms from time '18:25:33.123456') as a, extract(hour from time '18:25:33') as b, extract(day from interval '3 days 2 hours') as c",
      rows: [['123', '18', '3']],
    },
    { form: 'DATE_PART_YEAR(date)', sql: "select date_part_year(date '2020-03-01') as a", rows: [['2020']] },
    {
      form: 'DATE_PART of another part',
      sql: "select date_part(fortnight, date '2020-01-05')",
      error: 'ERROR: not emulated: the date part fortnight',
    },
  ],
};
