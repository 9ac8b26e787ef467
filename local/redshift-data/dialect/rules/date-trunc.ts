import { rewriteCalls, sql } from '../../sql/calls.ts';
import type { Token } from '../../sql/tokens.ts';
import { datePartLiteral } from '../date-parts.ts';
import type { Case, Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

const trunc = ([name = [], date = []]: Token[][]): Token[] =>
  sql`redshift_date_trunc(${datePartLiteral(name)}, ${timestamp(date)})`;

const parts: [string, string][] = [
  ['millennium', '2001-01-01 00:00:00'],
  ['century', '2001-01-01 00:00:00'],
  ['decade', '2020-01-01 00:00:00'],
  ['year', '2020-01-01 00:00:00'],
  ['quarter', '2020-04-01 00:00:00'],
  ['month', '2020-04-01 00:00:00'],
  ['week', '2020-04-27 00:00:00'],
  ['day', '2020-04-30 00:00:00'],
  ['hour', '2020-04-30 04:00:00'],
  ['minute', '2020-04-30 04:05:00'],
  ['second', '2020-04-30 04:05:06'],
  ['milliseconds', '2020-04-30 04:05:06.789'],
  ['microseconds', '2020-04-30 04:05:06.789123'],
];

export const dateTrunc: Rule = {
  name: 'DATE_TRUNC(part, date)',
  area: 'Dates and times',
  macros: [
    // A century begins with its year 1; the engine's with the year 0.
    `redshift_date_trunc(part, x) as case
       when part in ('century', 'millennium') then date_trunc(part, x - to_years(1)) + to_years(1)
       else date_trunc(part, x) end`,
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { date_trunc: trunc }),
  cases: [
    ...parts.map(
      ([part, result]): Case => ({
        sql: `select date_trunc('${part}', timestamp '2020-04-30 04:05:06.789123') as a`,
        rows: [[result]],
      }),
    ),
    {
      sql: "select date_trunc('week', date '2020-01-05')",
      columns: ['date_trunc'],
      rows: [['2019-12-30 00:00:00']],
    },
    { sql: "select date_trunc('century', date '2000-06-01') as a", rows: [['1901-01-01 00:00:00']] },
  ],
};
