import { RedshiftError } from '../../sql/redshift-error.ts';

const classes: Record<string, string> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
};

const compile = (pattern: string, parameters: string): RegExp => {
  const inline = /^\(\?i\)/.test(pattern);
  const source = pattern
    .replace(/^\(\?i\)/, '')
    .replace(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole);
  const flags = inline || parameters.includes('i') ? 'gi' : 'g';
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    // Escapes that mean nothing, such as `\@`, are only allowed without the Unicode flag.
    return new RegExp(source, flags);
  }
};

const compiled = new Map<string, RegExp>();
const expression = (pattern: string, parameters: string): RegExp => {
  const key = `${parameters}/${pattern}`;
  try {
    const found = compiled.get(key) ?? compile(pattern, parameters);
    if (compiled.size < 1000) compiled.set(key, found);
    return found;
  } catch {
    throw new RedshiftError(`ERROR: Invalid regular expression: ${pattern}`);
  }
};

export const isExpression = (pattern: string): boolean => {
  try {
    return Boolean(compile(pattern, ''));
  } catch {
    return false;
  }
};

/** The text from a position that counts characters from 1, and what is in front of it. */
const from = (text: string, position: number): [string, string] => {
  if (position <= 1) return ['', text];
  const characters = [...text];
  return [characters.slice(0, position - 1).join(''), characters.slice(position - 1).join('')];
};
const length = (text: string): number => [...text].length;

/** `p` (the dialect) and `c` (the default) change nothing here: the patterns are those of Perl, as JavaScript has them. */
type Search = [text: string, pattern: string, position: number];

export const regexpCount = (...[text, pattern, position, parameters]: [...Search, string]): number =>
  [...from(text, position)[1].matchAll(expression(pattern, parameters))].length;

/** The `occurrence`th match: '' without one, NULL where there cannot be one. With `e` the first group. */
export const regexpSubstr = (
  ...[text, pattern, position, occurrence, parameters]: [...Search, number, string]
): string | null => {
  if (occurrence < 1 || occurrence > length(text)) return text === '' && occurrence === 1 ? '' : null;
  const match = [...from(text, position)[1].matchAll(expression(pattern, parameters))][occurrence - 1];
  return (parameters.includes('e') ? match?.[1] : undefined) ?? match?.[0] ?? '';
};

/** Where the `occurrence`th match begins (`option` 0) or what follows it begins (1), from 1; 0 without one. */
export const regexpInstr = (
  ...[text, pattern, position, occurrence, option, parameters]: [...Search, number, number, string]
): number => {
  const [before, rest] = from(text, position);
  const match = [...rest.matchAll(expression(pattern, parameters))][occurrence - 1];
  if (!match) return 0;
  const group = parameters.includes('e') ? match[1] : undefined;
  const start = match.index + (group === undefined ? 0 : match[0].indexOf(group));
  const end = start + (group ?? match[0]).length;
  return length(before) + length(rest.slice(0, option === 1 ? end : start)) + 1;
};

/** `$1` and `\1` in the replacement are groups. */
export const regexpReplace = (
  ...[text, pattern, replacement, position, parameters]: [string, string, string, number, string]
): string => {
  const [before, rest] = from(text, position);
  const written = rest.replace(expression(pattern, parameters), (...match: unknown[]) =>
    replacement.replace(/[$\\](\d)/g, (_whole, group: string) => String(match[Number(group)] ?? '')),
  );
  return before + written;
};
