import { closing } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

const listEnds = ['from', 'where', 'group', 'having', 'order', 'limit', 'offset', 'union', 'except', 'minus'];
const ends = [...listEnds, 'intersect', 'qualify', 'window', 'into', ')', ';'];
const identifier = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'quoted';

/** The item's end: the next `,` or clause outside parentheses. */
const itemEnd = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const clause = is(token, ...ends) && tokens[at - 1]?.text !== '.' && !is(tokens[at - 1], 'as', 'within');
    if (clause || token.text === ',') return at;
    const close = token.kind === 'symbol' && token.text === '(' ? closing(tokens, at) : at;
    at = (close < 0 ? tokens.length : close) + 1;
  }
  return at;
};

/** Postgres' name for an expression without an alias; undefined where the engine's own name is that name. */
const nameOf = (item: readonly Token[]): string | undefined => {
  const cast = item.findIndex((token) => token.text === '::');
  const typed = /^(\(|\)|,|\d+|\w+)$/;
  const isCast = cast > 0 && item.slice(cast + 1).every(({ text }) => typed.test(text) || text === '::');
  const bare = isCast ? item.slice(0, cast) : item;
  const path = bare.every((token, index) => (index % 2 ? token.text === '.' : identifier(token)));
  if (path && isCast) return bare.at(-1)?.text.replaceAll('"', '');
  if (path) return undefined;
  if (is(bare[0], 'case')) return is(bare.at(-1), 'end') ? 'case' : '?column?';
  const called = bare[0]?.kind === 'word' && bare[1]?.text === '(';
  if (!called) return '?column?';
  const name = bare[0]?.text.toLowerCase() as string;
  if (name === 'cast') return castName(bare);
  const after = bare[closing(bare, 1) + 1];
  return after === undefined || is(after, 'over', 'within', 'filter', 'ignore', 'respect')
    ? knownAs(name)
    : '?column?';
};

/** What a function is called where its own name is another's. */
const shownAs: Record<string, string> = {
  extract: 'date_part',
  date_part: 'pgdate_part',
  dateadd: 'date_add',
  datediff: 'date_diff',
  nvl: 'coalesce',
  decode: 'case',
};
const knownAs = (name: string): string => shownAs[name] ?? name;

const castName = (item: readonly Token[]): string => {
  const as = item.findIndex((token) => is(token, 'as'));
  return nameOf(item.slice(2, as)) ?? item[as - 1]?.text.replaceAll('"', '') ?? '?column?';
};

/** `expression alias` and `expression AS alias`; `x y` of two words is an alias too. */
const hasAlias = (item: readonly Token[]): boolean => {
  const [before, last] = [item.at(-2), item.at(-1)];
  if (item.some((token, index) => is(token, 'as') && index === item.length - 2)) return true;
  if (!identifier(last) || before === undefined || is(last, 'end', 'null', 'true', 'false')) return false;
  if (before.kind === 'symbol') return [')', ']'].includes(before.text);
  return !is(before, 'and', 'or', 'not', 'is', 'like', 'ilike', 'in', 'between', 'else', 'then', 'when');
};

const withName = (item: readonly Token[]): Token[] => {
  const star = item.at(-1)?.text === '*' && (item.length === 1 || item.at(-2)?.text === '.');
  const name = item.length === 0 || star || hasAlias(item) ? undefined : nameOf(item);
  if (name === undefined) return [...item];
  const alias: Token = { kind: 'quoted', text: `"${name.toLowerCase()}"`, space: ' ', start: -1 };
  return [...item, { kind: 'word', text: 'as', space: ' ', start: -1 }, alias];
};

const named = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    out.push(token);
    at += 1;
    if (!is(token, 'select') || tokens[at - 2]?.text === '.') continue;
    while (is(tokens[at], 'distinct', 'all')) out.push(tokens[at++] as Token);
    for (;;) {
      const end = itemEnd(tokens, at);
      out.push(...named(withName(tokens.slice(at, end))));
      at = end;
      if (tokens[at]?.text !== ',') break;
      out.push(tokens[at++] as Token);
    }
  }
  return out;
};

export const resultNames: Rule = {
  name: 'names of columns without an alias',
  area: 'Names and literals',
  rewrite: named,
  cases: [
    {
      sql: 'select 1, count(*), max(a), a::bigint, a, case when a = 1 then 2 end, (a), A + 1 as B from (select 1 as a) as t group by a',
      columns: ['?column?', 'count', 'max', 'a', 'a', 'case', '?column?', 'b'],
      rows: [['1', '1', '1', '1', '1', '2', '1', '2']],
    },
    {
      sql: "select listagg(x) within group (order by x), extract(year from date '2020-01-01') from (select 'b' as x) as t",
      columns: ['listagg', 'date_part'],
      rows: [['b', '2020']],
    },
    { sql: 'select sum from (select sum(1)) as t', columns: ['sum'], rows: [['1']] },
  ],
};
