import { closing, made, rewriteCalls, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import { datePart, datePartLiteral } from '../date-parts.ts';
import type { Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const part = ([name = [], date = []]: Token[][]): Token[] =>
  sql`cast(date_part(${datePartLiteral(name)}, ${timestamp(date)}) as double)`;

const trunc = ([name = [], date = []]: Token[][]): Token[] =>
  sql`date_trunc(${datePartLiteral(name)}, ${timestamp(date)})`;

/** EXTRACT(part FROM x) is written with a word instead of a comma. */
const extract = ([argument = []]: Token[][]): Token[] => {
  const from = argument.findIndex((token) => is(token, 'from'));
  const name = argument.slice(0, from);
  const type = made(datePart(name) === 'epoch' ? 'bigint' : 'integer');
  return sql`cast(date_part(${datePartLiteral(name)}, ${timestamp(argument.slice(from + 1))}) as ${type})`;
};

/** Only where FROM stands in it: `extract(` is also a word of other databases. */
const isExtract = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => is(token, 'extract') && closing(tokens, at + 1) > 0);

export const dateParts: Rule = {
  name: 'DATE_PART, EXTRACT, DATE_TRUNC',
  area: 'Dates and times',
  rewrite: (tokens) =>
    rewriteCalls(tokens, {
      date_part: part,
      pgdate_part: part,
      date_trunc: trunc,
      ...(isExtract(tokens) && { extract }),
    }),
  cases: [
    { sql: "select extract(year from '2020-01-05') as a", rows: [['2020']] },
    {
      sql: "select date_part(w, timestamp '2008-06-17 09:44:54') as a, date_part('dow', date '2020-01-05') as b",
      rows: [['25', '0']],
    },
    {
      sql: "select extract(hr from timestamp '2020-01-01 13:14:15') as a, extract(epoch from date '1970-01-02') as b",
      rows: [['13', '86400']],
    },
    { sql: "select date_trunc('week', date '2020-01-05') as a", rows: [['2019-12-30 00:00:00']] },
    {
      sql: "select date_part(fortnight, date '2020-01-05')",
      error: 'ERROR: not emulated: the date part fortnight',
    },
  ],
};
