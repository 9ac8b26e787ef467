import { readName } from './names.ts';
import { is, type Token } from './tokens.ts';

const ends =
  'where group having order limit union except minus intersect qualify on set values window when'.split(' ');

/**
 * The tables and views that a statement names behind FROM, JOIN, INTO, UPDATE and USING, in its order; names of
 * WITH queries are not among them. The engine is not asked: it would plan the statement, and may call back meanwhile.
 */
export const tableNames = (tokens: readonly Token[]): string[][] => {
  const named = new Set(
    tokens.flatMap((token, at) =>
      isWithQuery(tokens, at) ? token.text.replaceAll('"', '').toLowerCase() : [],
    ),
  );
  const found: string[][] = [];
  let listed = false;
  tokens.forEach((token, at) => {
    const starts = is(token, 'from', 'join', 'into', 'update', 'using');
    if (starts) listed = is(token, 'from');
    if (is(token, ...ends)) listed = false;
    if (!starts && !(listed && is(token, ','))) return;
    const next = tokens[at + 1];
    if (next?.kind !== 'word' && next?.kind !== 'quoted') return;
    const { parts, end } = readName(tokens, at + 1);
    if (is(tokens[end], '(') || is(next, 'select', 'set', 'lateral')) return;
    if (parts.length > 1 || !named.has(parts[0] as string)) found.push(parts);
  });
  return found;
};

/** `name as (` or `name (a, b) as (` behind WITH or a comma. */
const isWithQuery = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'quoted') return false;
  if (!is(tokens[at - 1], 'with', 'recursive', ',')) return false;
  if (is(tokens[at + 1], 'as') && is(tokens[at + 2], '(')) return true;
  const close = is(tokens[at + 1], '(') ? tokens.findIndex((one, index) => index > at && is(one, ')')) : -1;
  return close > 0 && is(tokens[close + 1], 'as') && is(tokens[close + 2], '(');
};
