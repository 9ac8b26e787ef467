import type { Token } from '../sql/tokens.ts';

/** The text of an argument that is one string; undefined for any other expression. */
export const stringArgument = (argument: readonly Token[] | undefined): string | undefined => {
  const [token, ...more] = argument ?? [];
  if (token?.kind !== 'string' || more.length > 0) return undefined;
  return token.text.slice(1, -1).replaceAll("''", "'");
};
