import { TIMESTAMP, VARCHAR } from '@duckdb/node-api';
import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import type { Token } from '../../sql/tokens.ts';
import { formatDatetime } from '../formats/format-datetime.ts';
import { formatNumber } from '../formats/format-number.ts';
import { nativeFormat } from '../formats/native-format.ts';
import type { Case, Rule } from '../rule.ts';
import { stringArgument } from '../string-argument.ts';

const numeric = /[90]|rn/i;

/** A parameter has no type of its own: its format tells. */
const typed = (value: readonly Token[], format: string | undefined): Token[] => {
  if (value.length !== 1 || value[0]?.kind !== 'parameter') return [...value];
  return format !== undefined && numeric.test(format)
    ? sql`cast(${value} as decimal(38,10))`
    : sql`cast(${value} as timestamp)`;
};

const toChar = ([value = [], format]: Token[][]): Token[] => {
  if (!format) throw formNotEmulated('TO_CHAR without a format');
  const text = stringArgument(format);
  const native = (text !== undefined && nativeFormat(text)) || 'null';
  return sql`redshift_to_char(${typed(value, text)}, ${made(native)}, ${format})`;
};

const noon = "timestamp '2009-12-31 23:15:59'";
const datetime: [string, string, string?][] = [
  ['MONTH-DY-DD-YYYY HH12:MIPM', 'DECEMBER -THU-31-2009 11:15PM'],
  ['Month|month|Mon|mon|Day|day|Dy|dy', 'December |december |Dec|dec|Thursday |thursday |Thu|thu'],
  ['FMMonth FMDD FMDay', 'December 31 Thursday'],
  ['DDD', '365'],
  ['YYYY YYY YY Y Y,YYY', '2009 009 09 9 2,009'],
  ['IYYY IYY IY I IW IDDD ID', '2009 009 09 9 53 368 4'],
  ['cc Q WW W D J', '21 4 53 5 5 2455197'],
  [
    'HH24 HH HH12 MI SS SSSS MS US',
    '23 11 11 15 59 83759 250 250125',
    "timestamp '2009-12-31 23:15:59.250125'",
  ],
  ['HH12 AM A.M. pm p.m.', '12 AM A.M. am a.m.', "timestamp '2009-12-31 00:15:59'"],
  ['RM-rm BC ad B.C.', 'XII -xii  AD ad A.D.'],
  ['DDth MMTH', '31st 12TH'],
  ['TZ tz OF', 'UTC utc +00', "timestamptz '2009-12-31 23:15:59+00'"],
  ['YYYY-MM-DD"T"HH24:MI:SS', '2009-12-31T23:15:59'],
];
const numbers: [string, string, string][] = [
  ['-125.8', '999D99S', '125.80-'],
  ['1485', '9,999', ' 1,485'],
  ['1485', '9G999', ' 1,485'],
  ['12', '9990999.9', '    0012.0'],
  ['-12', '9999', '  -12'],
  ['148.5', 'FM999.990', '148.500'],
  ['0.1', '99.99', '   .10'],
  ['1234', '999', ' ###'],
  ['485', 'S999', '+485'],
  ['-485', '999MI', '485-'],
  ['485', 'PL999', '+485'],
  ['-485', '9SG99', '4-85'],
  ['-485', '999PR', '<485>'],
  ['618.80', 'l99999D99', '$   618.80'],
  ['482', '999th', ' 482nd'],
  ['297.50', 'rn', '       ccxcviii'],
  ['12', '99V999', ' 12000'],
  ['485', '"Number:"999', 'Number: 485'],
];

export const toCharRule: Rule = {
  name: 'TO_CHAR',
  area: 'Dates and times',
  macros: [
    `redshift_moment(x) as case when typeof(x) = 'VARCHAR' then redshift_text_timestamp(x::varchar)
       when typeof(x) = 'DATE' or typeof(x) like 'TIMESTAMP%' then x::timestamp end`,
    `redshift_to_char(x, native, f) as case
       when typeof(x) = 'INTERVAL' then error('not emulated: TO_CHAR of an interval')
       when typeof(x) in ('VARCHAR', 'DATE') or typeof(x) like 'TIME%' then
         case when native is null then redshift_format_datetime(redshift_moment(x), f)
           else strftime(redshift_moment(x), native) end
       else redshift_format_number(x::varchar, f) end`,
  ],
  functions: [
    {
      name: 'redshift_format_datetime',
      parameters: [TIMESTAMP, VARCHAR],
      returns: VARCHAR,
      call: ({ micros }: { micros: bigint }, format: string) => formatDatetime(micros, format),
    },
    {
      name: 'redshift_format_number',
      parameters: [VARCHAR, VARCHAR],
      returns: VARCHAR,
      call: formatNumber,
    },
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { to_char: toChar }),
  cases: [
    ...datetime.map(
      ([format, text, value = noon]): Case => ({
        form: 'TO_CHAR(timestamp, format)',
        sql: `select to_char(${value}, '${format}') as a`,
        rows: [[text]],
      }),
    ),
    {
      form: 'TO_CHAR with a format that is not a literal',
      sql: "select to_char(d, f) as a, to_char(n, g) as b from (select date '2020-03-04' as d, 'DD/MM/YY' as f, 5 as n, '00' as g) as t",
      rows: [['04/03/20', ' 05']],
    },
    ...numbers.map(
      ([value, format, text]): Case => ({
        form: 'TO_CHAR(number, format)',
        sql: `select to_char(${value}, '${format}') as a`,
        rows: [[text]],
      }),
    ),
    {
      form: 'TO_CHAR of an aggregate',
      sql: "select to_char(max(d), 'YYYY') as a, to_char(sum(n), '999') as b from (select date '2020-01-01' as d, 5 as n) as t",
      rows: [['2020', '   5']],
    },
    {
      form: 'TO_CHAR of an interval',
      sql: "select to_char(interval '1 day', 'DD')",
      error: 'ERROR: not emulated: TO_CHAR of an interval',
    },
    { form: 'TO_CHAR(null, …)', sql: "select to_char(null::date, 'YYYY') as a", rows: [[null]] },
    {
      form: 'TO_CHAR with EEEE or CC of a number',
      sql: "select to_char(485, '9.99EEEE')",
      error: 'ERROR: not emulated: the numeric pattern EEEE',
    },
  ],
};
