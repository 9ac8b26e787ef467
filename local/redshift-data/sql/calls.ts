import { type Token, tokenize } from './tokens.ts';

/** Index of the parenthesis that closes the one at `open`, or -1. */
export const closing = (tokens: readonly Token[], open: number): number => {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind !== 'symbol') continue;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
};

/** Cuts at the commas that stand outside every parenthesis. No tokens are no parts. */
export const splitCommas = (tokens: readonly Token[]): Token[][] => {
  const parts: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (parts.length === 0) parts.push([]);
    const symbol = token.kind === 'symbol' ? token.text : '';
    if (symbol === '(' || symbol === '[') depth += 1;
    if (symbol === ')' || symbol === ']') depth -= 1;
    if (symbol === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
};

/** Tokens from a text with tokens in it: sql`coalesce(${argument}, 0)`. */
export const sql = (texts: TemplateStringsArray, ...parts: (readonly Token[])[]): Token[] =>
  texts.flatMap((text, index) => [...made(text), ...spaced(parts[index] ?? [])]);

/** Tokens of a text that a rule made up. */
export const made = (text: string): Token[] =>
  spaced(tokenize(text).map((token) => ({ ...token, start: -1 })));

const spaced = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, index) => (index === 0 && !token.space ? { ...token, space: ' ' } : token));

export type CallRewriter = (args: Token[][], name: string) => Token[];

/**
 * Rewrites the calls of the named functions (lower case), innermost first. A name after a `.` is left alone, and so
 * is a name that is not followed by an opening parenthesis.
 */
export const rewriteCalls = (tokens: readonly Token[], rewriters: Record<string, CallRewriter>): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const name = token.text.toLowerCase();
    const rewriter = token.kind === 'word' && Object.hasOwn(rewriters, name) ? rewriters[name] : undefined;
    const close = rewriter && tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) : -1;
    if (!rewriter || close < 0 || tokens[at - 1]?.text === '.') {
      out.push(token);
      continue;
    }
    const inside = rewriteCalls(tokens.slice(at + 2, close), rewriters);
    out.push(...spaced(rewriter(splitCommas(inside), name)));
    at = close;
  }
  return out;
};
