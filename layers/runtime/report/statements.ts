import { isSignificant, type Token, textOf, tokenize } from './tokens.ts';

/** The statements of a script, without their semicolons and without empty ones. Throws Problem. */
export const splitStatements = (script: string): string[] =>
  splitTokens(tokenize(script)).map((tokens) => textOf(tokens).trim());

/** The same on tokens: each part holds at least one token that means something. */
export function splitTokens(tokens: Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'semicolon') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.some(isSignificant));
}
