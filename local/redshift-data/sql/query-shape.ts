import { closing, splitCommas } from './calls.ts';
import { folded, readName } from './names.ts';
import { is, type Token } from './tokens.ts';

/** A table of a FROM clause; without `parts` it is something else than a table with a name. */
export interface Source {
  alias: string;
  parts?: string[];
}

/** A plain `SELECT … FROM …`: what it selects, and where from. */
export interface QueryShape {
  items: Token[][];
  sources: Source[];
}

const clauses = ['where', 'group', 'having', 'qualify', 'order', 'limit', 'offset', 'window', 'fetch', 'for'];
const setOperators = ['union', 'intersect', 'except', 'minus', 'into', 'start', 'connect'];
const joins = ['join', 'inner', 'left', 'right', 'full', 'cross'];
const starts = (token: Token | undefined, words: string[]) => is(token, ...words);

/** Reads a query; undefined for one with set operations, CTEs, or joins that merge columns. */
export const readQuery = (tokens: readonly Token[]): QueryShape | undefined => {
  if (!is(tokens[0], 'select')) return undefined;
  const top = outermost(tokens);
  if (top.some((at) => starts(tokens[at], setOperators) || is(tokens[at], 'natural', 'using')))
    return undefined;
  const isFrom = (at: number) => is(tokens[at], 'from') && !is(tokens[at - 1], 'distinct');
  const from = top.find(isFrom) ?? tokens.length;
  const end = top.find((at) => at > from && starts(tokens[at], clauses)) ?? tokens.length;
  return {
    items: splitCommas(selected(tokens.slice(1, from))),
    sources: sourcesOf(tokens.slice(from + 1, end)),
  };
};

/** The places outside every parenthesis. */
const outermost = (tokens: readonly Token[]): number[] => {
  const places: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    places.push(at);
    if (tokens[at]?.text !== '(') continue;
    const close = closing(tokens, at);
    if (close < 0) return places;
    at = close;
  }
  return places;
};

/** Without DISTINCT, ALL and TOP n. */
const selected = (tokens: readonly Token[]): Token[] => {
  let at = 0;
  if (is(tokens[at], 'distinct', 'all')) at += 1;
  if (is(tokens[at], 'top') && tokens[at + 1]?.kind === 'number') at += 2;
  return tokens.slice(at);
};

const sourcesOf = (tokens: readonly Token[]): Source[] =>
  splitCommas(tokens).flatMap((part) => {
    const segments: Token[][] = [[]];
    const top = new Set(outermost(part));
    for (const [at, token] of part.entries()) {
      if (top.has(at) && starts(token, joins)) segments.push([]);
      else if (!(top.has(at) && is(token, 'outer'))) segments.at(-1)?.push(token);
    }
    return segments.filter((segment) => segment.length > 0).map(sourceOf);
  });

const sourceOf = (tokens: readonly Token[]): Source => {
  const on = outermost(tokens).find((at) => is(tokens[at], 'on')) ?? tokens.length;
  const source = tokens.slice(0, on);
  const [first] = source;
  if (first?.kind !== 'word' && first?.kind !== 'quoted') return { alias: folded(source.at(-1) ?? noToken) };
  const { parts, end } = readName(source, 0);
  const rest = source.slice(is(source[end], 'as') ? end + 1 : end);
  const plain = rest.length === 0 || (rest.length === 1 && rest[0]?.kind !== 'symbol');
  if (!plain) return { alias: folded(source.at(-1) ?? noToken) };
  return { alias: rest[0] ? folded(rest[0]) : (parts.at(-1) ?? ''), parts };
};

const noToken: Token = { kind: 'symbol', text: '', space: '', start: -1 };
