import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import { render, type Token } from '../../sql/tokens.ts';
import { formatted, strptimeFormat } from '../date-formats.ts';
import type { Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

/** The text of a format argument, which must be one string. */
const formatOf = (argument: readonly Token[] | undefined, name: string): string => {
  const [token, ...more] = argument ?? [];
  if (token?.kind !== 'string' || more.length > 0)
    throw formNotEmulated(`${name.toUpperCase()} with a format that is not a literal`);
  return token.text.slice(1, -1).replaceAll("''", "'");
};

const parsed = (args: Token[][], name: string): Token[] =>
  sql`strptime(cast(${args[0] ?? []} as varchar), ${made(strptimeFormat(formatOf(args[1], name)))})`;

const toChar = (args: Token[][], name: string): Token[] => {
  const format = formatOf(args[1], name);
  if (/^[90.,SLDGFMPR$\s]*[90][90.,SLDGFMPRI$\s]*$/i.test(format)) {
    throw formNotEmulated(`TO_CHAR with the numeric format '${format}'`);
  }
  return sql`(${made(formatted(render(timestamp(args[0] ?? [])), format))})`;
};

export const dateText: Rule = {
  name: 'TO_DATE, TO_TIMESTAMP, TO_CHAR of dates',
  area: 'Dates and times',
  approximate: 'Formats are literals; the numeric formats of TO_CHAR are absent.',
  rewrite: (tokens) =>
    rewriteCalls(tokens, {
      to_date: (args, name) => sql`cast(${parsed(args, name)} as date)`,
      to_timestamp: (args, name) => sql`cast(${parsed(args, name)} as timestamptz)`,
      to_char: toChar,
    }),
  cases: [
    {
      sql: "select to_date('2015-12', 'YYYY-MM') as a, to_date('02 Oct 2001', 'DD Mon YYYY') as b",
      rows: [['2015-12-01', '2001-10-02']],
    },
    {
      sql: "select to_timestamp('2011-12-18 23:38:15', 'YYYY-MM-DD HH24:MI:SS') as a",
      rows: [['2011-12-18 23:38:15+00']],
    },
    {
      sql: "select to_char(timestamp '2009-12-31 23:15:59', 'MONTH-DY-DD-YYYY HH12:MI PM') as a",
      rows: [['DECEMBER -THU-31-2009 11:15 PM']],
    },
    { sql: "select to_char(date '2020-03-04', 'YYYY-MM-DD\"T\"') as a", rows: [['2020-03-04T']] },
    {
      sql: "select to_char(125.8, '999.99')",
      error: "ERROR: not emulated: TO_CHAR with the numeric format '999.99'",
    },
    {
      sql: "select to_date('2001', f) from (select 'YYYY' as f) as t",
      error: 'ERROR: not emulated: TO_DATE with a format that is not a literal',
    },
  ],
};
