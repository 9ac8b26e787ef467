import { readToken } from './read-token.ts';

export type TokenKind =
  | 'word' // unquoted identifier or keyword
  | 'quoted' // "identifier"
  | 'string' // 'text', E'text'
  | 'dollar' // $$text$$
  | 'number'
  | 'parameter' // :name
  | 'symbol';

/** One token of SQL. `space` is the white space and the comments in front of it. */
export interface Token {
  kind: TokenKind;
  text: string;
  space: string;
  /** Offset of `text` in the statement as it was sent; -1 for tokens that a rule made. */
  start: number;
  /** A string, a quoted identifier or a comment without its end. */
  unterminated?: boolean;
}

/** Cuts SQL into tokens. Never throws: what does not end is marked `unterminated`. */
export const tokenize = (sql: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const spaceEnd = endOfSpace(sql, at);
    const space = sql.slice(at, spaceEnd.end);
    if (spaceEnd.unterminated)
      tokens.push({ kind: 'symbol', text: '/*', space, start: at, unterminated: true });
    if (spaceEnd.end >= sql.length) break;
    const { kind, end, unterminated } = readToken(sql, spaceEnd.end);
    tokens.push({ kind, text: sql.slice(spaceEnd.end, end), space, start: spaceEnd.end, unterminated });
    at = end;
  }
  return tokens;
};

/** Past white space, line comments and block comments, which nest. */
const endOfSpace = (sql: string, at: number): { end: number; unterminated?: boolean } => {
  let end = at;
  for (;;) {
    if (/\s/.test(sql[end] ?? 'x')) end += 1;
    else if (sql.startsWith('--', end)) {
      const newline = sql.indexOf('\n', end);
      end = newline < 0 ? sql.length : newline + 1;
    } else if (sql.startsWith('/*', end)) {
      const closed = endOfBlockComment(sql, end);
      if (closed < 0) return { end: sql.length, unterminated: true };
      end = closed;
    } else return { end };
  }
};

const endOfBlockComment = (sql: string, at: number): number => {
  let depth = 0;
  for (const match of sql.slice(at).matchAll(/\/\*|\*\//g)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return at + match.index + 2;
  }
  return -1;
};

/** The SQL of the tokens; comments become a space. */
export const render = (tokens: readonly Token[]): string =>
  tokens.map(({ space, text }, index) => (space || index === 0 ? `${space && ' '}${text}` : text)).join('');

/** Whether the token is one of these keywords or symbols. `words` are lower case. */
export const is = (token: Token | undefined, ...words: string[]): boolean =>
  token !== undefined &&
  (token.kind === 'word' || token.kind === 'symbol') &&
  words.includes(token.text.toLowerCase());

/** Whether the tokens from `at` are these words, in this order. */
export const follows = (tokens: readonly Token[], at: number, ...words: string[]): boolean =>
  words.every((word, offset) => is(tokens[at + offset], word));

/** The statements of a text, cut at `;`. Empty ones are dropped. */
export const splitStatements = (tokens: readonly Token[]): Token[][] => {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((statement) => statement.length > 0);
};
