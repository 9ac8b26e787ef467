import type { ReportTemplate } from './template.ts';
import { isSignificant, type Token } from './tokens.ts';

/** Words that end a select list where they stand outside parentheses. */
const ENDS = new Set(
  'from where group having qualify order limit offset union intersect except minus fetch'.split(' '),
);

/**
 * The names of a report's columns, so far as its text tells them, in lower case: of each item of the first select list
 * the alias, or the column that it is. What has no name of its own, and `*`, is left out.
 */
export const resultColumns = (template: Pick<ReportTemplate, 'segments'>): string[] =>
  selectList(template).filter((name) => name !== undefined);

/** The same, where the text names every column; nothing where it does not. */
export function everyColumn(template: Pick<ReportTemplate, 'segments'>): string[] | undefined {
  const names = resultColumns(template);
  return names.length === selectList(template).length ? names : undefined;
}

/** The name of each item of the first select list, where it has one. */
function selectList({ segments }: Pick<ReportTemplate, 'segments'>): (string | undefined)[] {
  const outside = outsideParentheses(segments.flatMap(({ tokens }) => tokens).filter(isSignificant));
  const start = outside.findIndex((token) => isWord(token, 'select')) + 1;
  const length = outside.slice(start).findIndex(({ kind, text }) => kind === 'word' && ENDS.has(lower(text)));
  const list = outside.slice(start, length < 0 ? undefined : start + length);
  return list.flatMap((token, index) => {
    const isLast = index === list.length - 1 || list[index + 1]?.text === ',';
    return isLast ? [nameOf(token)] : [];
  });
}

/** The tokens at the level of the statement itself, in which a pair of parentheses is one `)`. */
function outsideParentheses(tokens: Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ kind, text }) => {
    if (kind === 'symbol' && text === '(') depth += 1;
    if (kind === 'symbol' && text === ')') depth -= 1;
    return depth === 0;
  });
}

const nameOf = ({ kind, text }: Token): string | undefined => {
  if (kind === 'identifier') return lower(text.slice(1, -1));
  return kind === 'word' ? lower(text) : undefined;
};

const isWord = ({ kind, text }: Token, word: string): boolean => kind === 'word' && lower(text) === word;

const lower = (text: string): string => text.toLowerCase();
