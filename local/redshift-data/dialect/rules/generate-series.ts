import { closing, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

/** Whether the nearest clause around a token is FROM. */
const inFrom = (tokens: readonly Token[], at: number): boolean => {
  let depth = 0;
  for (let back = at - 1; back >= 0; back -= 1) {
    if (tokens[back]?.text === ')') depth += 1;
    if (tokens[back]?.text === '(' && --depth < 0) return false;
    if (depth === 0 && is(tokens[back], 'from', 'join')) return true;
    if (depth === 0 && is(tokens[back], 'select', 'where', 'on', 'by', 'having')) return false;
  }
  return false;
};

const clauses =
  'as where join inner left right full cross natural on group order limit union except intersect having qualify'.split(
    ' ',
  );

/** `generate_series(1, 3) as g` is a table and its column; in the select list it makes rows. */
const rewrite = (tokens: readonly Token[]): Token[] => {
  const at = tokens.findIndex(
    (token, index) => is(token, 'generate_series') && tokens[index + 1]?.text === '(',
  );
  const close = at < 0 ? -1 : closing(tokens, at + 1);
  if (close < 0) return [...tokens];
  const call = tokens.slice(at, close + 1);
  const rest = rewrite(tokens.slice(close + 1));
  if (!inFrom(tokens, at)) return [...tokens.slice(0, at), ...sql`unnest(${call})`, ...rest];
  const name = is(rest[0], 'as') ? 1 : 0;
  const alias = rest[name];
  const named =
    (alias?.kind === 'word' || alias?.kind === 'quoted') &&
    !is(alias, ...clauses) &&
    rest[name + 1]?.text !== '(';
  const column = named && alias ? [...rest.slice(0, name + 1), ...sql`(${[alias]})`] : rest.slice(0, name);
  return [...tokens.slice(0, close + 1), ...column, ...rest.slice(named ? name + 1 : name)];
};

export const generateSeries: Rule = {
  name: 'GENERATE_SERIES(from, to[, step])',
  area: 'Queries',
  rewrite,
  cases: [
    { sql: 'select generate_series(1, 3)', columns: ['generate_series'], rows: [['1'], ['2'], ['3']] },
    { sql: 'select generate_series(10, 4, -3) as a', rows: [['10'], ['7'], ['4']] },
    {
      sql: 'select g, g * 2 as b from generate_series(1, 2) as g',
      rows: [
        ['1', '2'],
        ['2', '4'],
      ],
    },
    { sql: 'select s.n from generate_series(1, 2) s(n) where n > 1', rows: [['2']] },
    { sql: 'select count(*) as a from generate_series(1, 2) where 1 = 1', rows: [['2']] },
    {
      sql: "select dateadd(day, n::integer, '2020-01-01')::date as a from (select generate_series(0, 1) as n) as t",
      rows: [['2020-01-01'], ['2020-01-02']],
    },
  ],
};
