import { closing } from '../sql/calls.ts';
import { follows, is, type Token } from '../sql/tokens.ts';

const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted';
const keywords =
  'select where on and or not when then else case by in like between values set from join'.split(' ');

/** What FROM unnests has a name that alone is a SUPER value (rule `unnesting`). */
export const unnestedNames = (tokens: readonly Token[]): Set<string> =>
  new Set(
    tokens
      .filter((_, at) => follows(tokens, at - 5, 'lateral', '(', 'select', 'value', 'as'))
      .map(({ text }) => text.toLowerCase()),
  );

/**
 * The end of a path like `a.b`, `a[0].c` or `t.a."B"` that begins at `at`; `at` where none begins. A call is
 * none, and so is a name alone, unless it is one of `names`.
 */
export const pathEnd = (
  tokens: readonly Token[],
  at: number,
  names: ReadonlySet<string> = new Set(),
): number => {
  if (!isName(tokens[at]) || is(tokens[at], ...keywords) || is(tokens[at - 1], '.', '::')) return at;
  let end = at + 1;
  for (;;) {
    if (is(tokens[end], '.') && isName(tokens[end + 1])) end += 2;
    else if (is(tokens[end], '[')) end = closing(tokens, end) + 1;
    else break;
  }
  const alone = end === at + 1 && !names.has((tokens[at] as Token).text.toLowerCase());
  return alone || is(tokens[end], '(') || end <= 0 ? at : end;
};
