import type { TokenKind } from './tokens.ts';

interface Extent {
  kind: TokenKind;
  end: number;
  unterminated?: boolean;
}

const symbols = /::|:=|\|\||<=|>=|<>|!=|!~\*|!~|~\*|~~\*|~~|[\s\S]/uy;
const patterns: [TokenKind, RegExp][] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_#@][\p{L}\p{N}_$#@]*/uy],
  ['parameter', /:[0-9a-zA-Z_]+/y],
];

/** The token that begins at `at`, which is neither white space nor a comment. */
export const readToken = (sql: string, at: number): Extent => {
  const character = sql[at];
  if (character === "'") return quotedText(sql, at, "'", 'string');
  if (character === '"') return quotedText(sql, at, '"', 'quoted');
  if (/[eE]/.test(character ?? '') && sql[at + 1] === "'") return quotedText(sql, at + 1, "'", 'string');
  if (character === '$') {
    const dollar = dollarText(sql, at);
    if (dollar) return dollar;
  }
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(sql) && !(kind === 'parameter' && sql[at + 1] === ':'))
      return { kind, end: pattern.lastIndex };
  }
  symbols.lastIndex = at;
  symbols.test(sql);
  return { kind: 'symbol', end: symbols.lastIndex };
};

/** A quote is doubled inside; in strings a backslash escapes too, as in Redshift. */
const quotedText = (sql: string, open: number, quote: string, kind: TokenKind): Extent => {
  for (let at = open + 1; at < sql.length; at += 1) {
    if (kind === 'string' && sql[at] === '\\') at += 1;
    else if (sql[at] === quote && sql[at + 1] === quote) at += 1;
    else if (sql[at] === quote) return { kind, end: at + 1 };
  }
  return { kind, end: sql.length, unterminated: true };
};

const dollarText = (sql: string, at: number): Extent | undefined => {
  const opening = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
  opening.lastIndex = at;
  const tag = opening.exec(sql)?.[0];
  if (!tag) return undefined;
  const close = sql.indexOf(tag, at + tag.length);
  return close < 0
    ? { kind: 'dollar', end: sql.length, unterminated: true }
    : { kind: 'dollar', end: close + tag.length };
};
