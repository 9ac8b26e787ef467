import { DuckDBTimestampValue, TIMESTAMP, VARCHAR } from '@duckdb/node-api';
import { RedshiftError } from '../../sql/redshift-error.ts';
import { follows, is, type Token } from '../../sql/tokens.ts';
import { readDatetime, readTime } from '../formats/read-datetime.ts';
import type { Case, Rule } from '../rule.ts';
import { stringArgument } from '../string-argument.ts';

const types = ['date', 'timestamp', 'timestamptz', 'timetz', 'datetime'];

const iso = (micros: bigint): string =>
  new Date(Number(micros / 1000n)).toISOString().slice(0, -1) + String(micros % 1000n).padStart(3, '0');

/** A text of one of the types as the engine reads it; undefined where it is none or needs the engine's zones. */
const written = (text: string, type: string): string | undefined => {
  if (type === 'timetz') {
    const time = readTime(text.trim());
    const day = 86_400_000_000n;
    const micros = time && (time.micros - BigInt(time.offset ?? 0) * 60_000_000n + day) % day;
    return micros === undefined ? undefined : `${iso(micros).slice(11)}+00`;
  }
  const read = readDatetime(text);
  if (!read) return undefined;
  if (type === 'date') return iso(read.micros).slice(0, 10);
  if (type !== 'timestamptz') return iso(read.micros).replace('T', ' ');
  return `${iso(read.micros - BigInt(read.offset ?? 0) * 60_000_000n).replace('T', ' ')}+00`;
};

const zoned = (tokens: readonly Token[], at: number, type: string): string =>
  follows(tokens, at, 'with', 'time', 'zone') ? ({ time: 'timetz' }[type] ?? `${type}tz`) : type;

/** The type that a string at `at` is given: `date '…'`, `'…'::date`, `cast('…' as date)`. */
const typeOf = (tokens: readonly Token[], at: number): string | undefined => {
  const before = tokens[at - 1];
  if (is(before, ...types)) return before?.text.toLowerCase();
  if (is(before, 'zone') && follows(tokens, at - 3, 'time', 'zone')) {
    const typed = is(tokens[at - 4], 'with')
      ? `${tokens[at - 5]?.text.toLowerCase()}tz`
      : tokens[at - 5]?.text;
    return typed?.toLowerCase();
  }
  const cast = is(tokens[at + 1], '::') || (is(tokens[at + 1], 'as') && follows(tokens, at - 2, 'cast', '('));
  if (!cast || !is(tokens[at + 2], 'time', ...types)) return undefined;
  return zoned(tokens, at + 3, tokens[at + 2]?.text.toLowerCase() as string);
};

const rewrite = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, at) => {
    const type = token.kind === 'string' ? typeOf(tokens, at) : undefined;
    const text = type && written(stringArgument([token]) ?? '', type);
    return text ? { ...token, text: `'${text}'` } : token;
  });

const texts: [string, string][] = [
  ['20080305', '2008-03-05'],
  ['2008/3/5', '2008-03-05'],
  ['12-31-2008', '2008-12-31'],
  ['1/2/99', '1999-01-02'],
  ['1.12.1997', '1997-01-12'],
  ['June 5, 2008', '2008-06-05'],
  ['Jun-5-2008', '2008-06-05'],
  ['5 June 2008', '2008-06-05'],
  ['2008-Jun-05', '2008-06-05'],
];

export const datetimeLiterals: Rule = {
  name: 'texts of dates and times',
  area: 'Dates and times',
  functions: [
    {
      name: 'redshift_read_timestamp',
      parameters: [VARCHAR],
      returns: TIMESTAMP,
      call: (text: string) => {
        const read = readDatetime(text);
        if (!read) throw new RedshiftError(`ERROR: invalid input syntax for type timestamp: "${text}"`);
        return new DuckDBTimestampValue(read.micros);
      },
    },
  ],
  rewrite,
  cases: [
    ...texts.map(
      ([text, date]): Case => ({
        form: "DATE '…', '…'::DATE, CAST('…' AS DATE)",
        sql: `select date '${text}' as a, '${text}'::date as b, cast('${text}' as date) as c, dateadd(day, 0, '${text}') as d`,
        rows: [[date, date, date, `${date} 00:00:00`]],
      }),
    ),
    {
      form: "TIMESTAMP '…'",
      sql: "select timestamp '20080305 12:25:29' as a, 'Feb 16, 2001 8:38:40.5 pm'::timestamp as b, timestamp '2008-03-05 12:25:29 PST' as c",
      rows: [['2008-03-05 12:25:29', '2001-02-16 20:38:40.5', '2008-03-05 12:25:29']],
    },
    {
      form: "TIMESTAMPTZ '…'",
      sql: "select timestamptz '1.12.1997 07:37:16.00 PST' as a, timestamp with time zone '2001-02-16 20:38:40-05' as b, timestamptz '2020-06-01 12:00:00 US/Pacific' as c",
      rows: [['1997-01-12 15:37:16+00', '2001-02-17 01:38:40+00', '2020-06-01 19:00:00+00']],
    },
    {
      form: "TIMETZ '…'",
      sql: "select timetz '20:00:00 PST' as a, time '10:11:12' as b",
      rows: [['04:00:00+00', '10:11:12']],
    },
    {
      form: 'a text compared with a date',
      note: 'Only texts in the ISO form.',
      sql: "select 1 as a where date '2008-12-31' = '2008-12-31'",
      rows: [['1']],
    },
    {
      form: 'a text that is no date',
      sql: "select dateadd(day, 1, 'soon')",
      error: 'ERROR: invalid input syntax for type timestamp: "soon"',
    },
  ],
};
