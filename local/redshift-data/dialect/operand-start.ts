import { is, type Token } from '../sql/tokens.ts';

const opening = (tokens: readonly Token[], close: number): number => {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    if (tokens[at]?.text === ')') depth += 1;
    if (tokens[at]?.text === '(' && --depth === 0) return at;
  }
  return -1;
};

const caseStart = (tokens: readonly Token[], end: number): number => {
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    if (is(tokens[at], 'end')) depth += 1;
    if (is(tokens[at], 'case') && --depth === 0) return at;
  }
  return -1;
};

const keywords =
  'select where and or not when then else on having by in like ilike between distinct all values set as from case';

/** Where the literal, name, call, CASE or parentheses begin that end at `last`; -1 where that is not clear. */
export const operandStart = (tokens: readonly Token[], last: number): number => {
  const token = tokens[last];
  if (is(token, 'end')) return caseStart(tokens, last);
  let start = last;
  if (token?.text === ')') {
    start = opening(tokens, last);
    const name = tokens[start - 1];
    if (name?.kind === 'word' && !is(name, ...keywords.split(' '))) start -= 1;
  }
  while (tokens[start - 1]?.text === '.') start -= 2;
  if (is(tokens[start - 1], '::')) return operandStart(tokens, start - 2);
  // A window or a group belongs to the call in front of it, and a typed literal to its type.
  const unclear =
    is(tokens[start], 'over', 'group') ||
    is(tokens[start - 1], 'over', 'date', 'timestamp', 'interval', 'zone');
  return unclear ? -1 : start;
};
