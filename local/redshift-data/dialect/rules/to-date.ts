import { BOOLEAN, DuckDBTimestampValue, TIMESTAMP, VARCHAR } from '@duckdb/node-api';
import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import type { Token } from '../../sql/tokens.ts';
import { parseDatetime } from '../formats/parse-datetime.ts';
import type { Case, Rule } from '../rule.ts';

const parsed = ([text = [], format, strict = made('false')]: Token[][], name: string): Token[] => {
  if (!format) throw formNotEmulated(`${name.toUpperCase()} without a format`);
  return sql`redshift_parse_datetime(cast(${text} as varchar), ${format}, coalesce(${strict}, false))`;
};

const dates: [string, string, string][] = [
  ['2015-12', 'YYYY-MM', '2015-12-01'],
  ['02 Oct 2001', 'DD Mon YYYY', '2001-10-02'],
  ['october 2, 2001', 'MONTH DD, YYYY', '2001-10-02'],
  ['20010631', 'YYYYMMDD', '2001-07-01'],
  ['1/2/99', 'MM/DD/YY', '1999-01-02'],
  ['1/2/69', 'MM/DD/YY', '2069-01-02'],
  ['2009 060', 'YYYY DDD', '2009-03-01'],
  ['2009-53-4', 'IYYY-IW-ID', '2009-12-31'],
  ['2455197', 'J', '2009-12-31'],
  ['2,009-XII-31', 'Y,YYY-RM-DD', '2009-12-31'],
];
const times: [string, string, string][] = [
  ['2011-12-18 23:38:15', 'YYYY-MM-DD HH24:MI:SS', '2011-12-18 23:38:15+00'],
  ['2011-12-18 24:38:15', 'YYYY-MM-DD HH24:MI:SS', '2011-12-19 00:38:15+00'],
  ['2011-12-18T11:38 pm', 'YYYY-MM-DD"T"HH12:MI AM', '2011-12-18 23:38:00+00'],
  ['20111218 12:00 a.m.', 'YYYYMMDD HH:MI a.m.', '2011-12-18 00:00:00+00'],
  ['2011-12-18 23:38:15.5', 'YYYY-MM-DD HH24:MI:SS.MS', '2011-12-18 23:38:15.5+00'],
  ['2011-12-18 23:38:15.123456', 'YYYY-MM-DD HH24:MI:SS.US', '2011-12-18 23:38:15.123456+00'],
];

export const toDate: Rule = {
  name: 'TO_DATE, TO_TIMESTAMP',
  area: 'Dates and times',
  functions: [
    {
      name: 'redshift_parse_datetime',
      parameters: [VARCHAR, VARCHAR, BOOLEAN],
      returns: TIMESTAMP,
      call: (text: string, format: string, strict: boolean) =>
        new DuckDBTimestampValue(parseDatetime(text, format, strict)),
    },
  ],
  rewrite: (tokens) =>
    rewriteCalls(tokens, {
      to_date: (args, name) => sql`cast(${parsed(args, name)} as date)`,
      to_timestamp: (args, name) => sql`cast(${parsed(args, name)} as timestamptz)`,
    }),
  cases: [
    ...dates.map(
      ([text, format, date]): Case => ({
        form: 'TO_DATE(text, format)',
        sql: `select to_date('${text}', '${format}') as a`,
        rows: [[date]],
      }),
    ),
    {
      form: 'TO_DATE(text, format, is_strict)',
      sql: "select to_date('20010631', 'YYYYMMDD', true)",
      error: 'ERROR: date/time field date value out of range: 2001-6-31',
    },
    {
      form: 'TO_DATE with a format that is not a literal',
      sql: "select to_date('2001', f) as a from (select 'YYYY' as f) as t",
      rows: [['2001-01-01']],
    },
    ...times.map(
      ([text, format, time]): Case => ({
        form: 'TO_TIMESTAMP(text, format)',
        sql: `select to_timestamp('${text}', '${format}') as a`,
        rows: [[time]],
      }),
    ),
    {
      form: 'TO_TIMESTAMP(text, format, is_strict)',
      sql: "select to_timestamp('2011-12-18 24:38:15', 'YYYY-MM-DD HH24:MI:SS', true)",
      error: 'ERROR: date/time field time value out of range: 24:38:15.0',
    },
    {
      form: 'TO_TIMESTAMP with TZ or OF',
      sql: "select to_timestamp('2011 UTC', 'YYYY TZ')",
      error: 'ERROR: not emulated: TZ as input',
    },
  ],
};
