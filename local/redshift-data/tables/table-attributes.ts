import { closing, splitCommas } from '../sql/calls.ts';
import { folded } from '../sql/names.ts';
import { syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';

/** Attributes of a whole table: DISTSTYLE, DISTKEY, SORTKEY, ENCODE AUTO, BACKUP. */
export interface TableAttributes {
  diststyle?: string;
  distkey?: string;
  sortkeys: string[];
  interleaved: boolean;
}

/** Reads the attributes from `at` to the end of the tokens, or to AS. Throws a syntax error at anything else. */
export const parseTableAttributes = (
  tokens: readonly Token[],
  from = 0,
): { attributes: TableAttributes; end: number } => {
  const attributes: TableAttributes = { sortkeys: [], interleaved: false };
  let at = from;
  while (at < tokens.length && !is(tokens[at], 'as')) at = take(attributes, tokens, at);
  return { attributes, end: at };
};

const take = (attributes: TableAttributes, tokens: readonly Token[], at: number): number => {
  if (is(tokens[at], 'backup')) return at + 2;
  if (follows(tokens, at, 'encode', 'auto')) return at + 2;
  if (is(tokens[at], 'diststyle')) {
    attributes.diststyle = tokens[at + 1]?.text.toUpperCase();
    return at + 2;
  }
  const key = is(tokens[at], 'compound', 'interleaved') ? at + 1 : at;
  if (is(tokens[key], 'sortkey')) {
    attributes.interleaved = is(tokens[at], 'interleaved');
    return takeSortkey(attributes, tokens, key + 1);
  }
  if (is(tokens[at], 'distkey')) {
    const { names, end } = readList(tokens, at + 1);
    attributes.distkey = names[0];
    return end;
  }
  throw syntaxErrorNear(tokens[at]?.text ?? '');
};

const takeSortkey = (attributes: TableAttributes, tokens: readonly Token[], at: number): number => {
  if (is(tokens[at], 'auto', 'none')) return at + 1;
  const { names, end } = readList(tokens, at);
  attributes.sortkeys = names;
  return end;
};

/** `(a, b)`, or one name alone. */
export const readList = (tokens: readonly Token[], at: number): { names: string[]; end: number } => {
  const [first] = tokens.slice(at);
  if (!first) throw syntaxErrorNear(tokens[at - 1]?.text ?? '');
  if (!is(first, '(')) return { names: [folded(first)], end: at + 1 };
  const close = closing(tokens, at);
  if (close < 0) throw syntaxErrorNear(first.text);
  const items = splitCommas(tokens.slice(at + 1, close));
  return { names: items.map(([name]) => (name ? folded(name) : '')), end: close + 1 };
};
