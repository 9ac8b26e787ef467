import { made } from '../../sql/calls.ts';
import { formNotEmulated, RedshiftError } from '../../sql/redshift-error.ts';
import { is, type Token } from '../../sql/tokens.ts';
import { readInterval } from '../formats/read-interval.ts';
import type { Case, Rule } from '../rule.ts';
import { stringArgument } from '../string-argument.ts';

const qualifiers = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** An interval as the engine reads it. */
const interval = (text: string): Token[] => {
  const read = readInterval(text);
  if (!read) throw new RedshiftError(`ERROR: invalid input syntax for type interval: "${text}"`);
  const { months, days, micros } = read;
  return made(`interval '${months} months ${days} days ${micros} microseconds'`);
};

const qualified = (tokens: readonly Token[], at: number): Token[] => {
  const [text = '', unit] = [stringArgument([tokens[at] as Token]), tokens[at + 1]?.text.toLowerCase()];
  if (is(tokens[at + 2], 'to')) {
    throw formNotEmulated(
      `INTERVAL '${text}' ${unit?.toUpperCase()} TO ${tokens[at + 3]?.text.toUpperCase()}`,
    );
  }
  return interval(`${text} ${unit}`);
};

const rewrite = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at] as Token, tokens[at + 1]];
    if (is(token, 'interval') && next?.kind === 'string') {
      const unit = is(tokens[at + 2], ...qualifiers);
      out.push(...(unit ? qualified(tokens, at + 1) : interval(stringArgument([next]) ?? '')));
      at += unit ? 2 : 1;
    } else if (token.kind === 'string' && is(next, '::') && is(tokens[at + 2], 'interval')) {
      out.push(...interval(stringArgument([token]) ?? ''));
      at += 2;
    } else out.push(token);
  }
  return out;
};

const added: [string, string][] = [
  ['1 second', '2008-12-31 00:00:01'],
  ['1 minute', '2008-12-31 00:01:00'],
  ['3 hours, 35 minutes', '2008-12-31 03:35:00'],
  ['52 weeks', '2009-12-30 00:00:00'],
  ['1w, 1h, 1m, 1s', '2009-01-07 01:01:01'],
  ['0.5 days', '2008-12-31 12:00:00'],
  ['1 mon 2d 04:05:06', '2009-02-02 04:05:06'],
  ['1 year', '2009-12-31 00:00:00'],
  ['90', '2008-12-31 00:01:30'],
  ['1 day ago', '2008-12-30 00:00:00'],
];

export const intervals: Rule = {
  name: "INTERVAL '…'",
  area: 'Dates and times',
  rewrite,
  cases: [
    ...added.map(
      ([text, result]): Case => ({
        sql: `select date '2008-12-31' + interval '${text}' as a, timestamp '2008-12-31' + '${text}'::interval as b`,
        rows: [[result, result]],
      }),
    ),
    {
      sql: "select date '2023-02-15' - interval '4 months' as a, date '2023-03-31' - interval '4 months' as b, timestamp 'epoch' + 86400 * interval '1 second' as c",
      rows: [['2022-10-15 00:00:00', '2022-11-30 00:00:00', '1970-01-02 00:00:00']],
    },
    {
      form: "INTERVAL '1' DAY",
      sql: "select date '2008-12-31' + interval '2' month as a",
      rows: [['2009-02-28 00:00:00']],
    },
    {
      form: "INTERVAL '…' YEAR TO MONTH",
      sql: "select interval '1-2' year to month",
      error: "ERROR: not emulated: INTERVAL '1-2' YEAR TO MONTH",
    },
    {
      form: 'a text that is no interval',
      sql: "select interval 'soon'",
      error: 'ERROR: invalid input syntax for type interval: "soon"',
    },
    {
      form: 'DATE - DATE, DATE + integer, DATE + TIME',
      sql: "select date '2020-03-01' - date '2020-02-01' as a, date '2020-02-28' + 2 as b, date '2020-03-01' - 1 as c, date '2020-01-01' + time '10:00' as d",
      rows: [['29', '2020-03-01', '2020-02-29', '2020-01-01 10:00:00']],
    },
  ],
};
