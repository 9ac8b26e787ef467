import { closing } from '../sql/calls.ts';
import { is, type Token } from '../sql/tokens.ts';

const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted';
const keywords =
  'select where on and or not when then else case by in like between values set from join'.split(' ');

/**
 * The end of a path like `a.b`, `a[0].c` or `t.a."B"` that begins at `at`; `at` where none begins. A name alone and a call are
 * none.
 */
export const pathEnd = (tokens: readonly Token[], at: number): number => {
  if (!isName(tokens[at]) || is(tokens[at], ...keywords) || is(tokens[at - 1], '.', '::')) return at;
  let end = at + 1;
  for (;;) {
    if (is(tokens[end], '.') && isName(tokens[end + 1])) end += 2;
    else if (is(tokens[end], '[')) end = closing(tokens, end) + 1;
    else break;
  }
  return end === at + 1 || is(tokens[end], '(') || end <= 0 ? at : end;
};
