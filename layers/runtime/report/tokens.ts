import { Problem } from './problem.ts';

/** A piece of SQL. Joined in order, the texts of all tokens are the SQL again. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** Where it starts, in UTF-16 units. */
  at: number;
}

export type TokenKind =
  | 'space'
  | 'comment'
  /** Single-quoted or dollar-quoted text, with its quotes and a leading `E`. */
  | 'string'
  /** A double-quoted name. */
  | 'identifier'
  | 'word'
  | 'number'
  /** `:name`, `{{ name }}` or `{{ name.start }}`. */
  | 'placeholder'
  /** `[[` and `]]`. */
  | 'open'
  | 'close'
  | 'semicolon'
  | 'symbol';

/** In order: the first rule that matches at a place names the token there. */
const RULES: [TokenKind, RegExp][] = [
  ['space', /\s+/y],
  ['comment', /--[^\n]*/y],
  ['string', /[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'/y],
  ['string', /'[^']*(?:''[^']*)*'/y],
  ['string', /(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1/y],
  ['identifier', /"[^"]*(?:""[^"]*)*"/y],
  ['word', /(?![eE]')[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['number', /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['symbol', /::/y],
  ['placeholder', /:\w+/y],
  ['placeholder', /\{\{\s*[A-Za-z]\w*(?:\.(?:start|end))?\s*\}\}/y],
  ['open', /\[\[/y],
  ['close', /\]\]/y],
  ['semicolon', /;/y],
  ['symbol', /(?!\$(?:[A-Za-z_]\w*)?\$)[^'"\w]/y],
];

const OPENERS = { '"': 'a double quote', $: 'a dollar quote' };

/** Cuts SQL as Redshift reads it. Throws Problem where a quote or comment never ends. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length; ) {
    const token = sql.startsWith('/*', at) ? blockComment(sql, at) : match(sql, at);
    if (token.kind === 'string') refuseAmbiguousBackslash(token);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function match(sql: string, at: number): Token {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = at;
    const text = rule.exec(sql)?.[0];
    if (text !== undefined) return { kind, text, at };
  }
  throw new Problem(`${OPENERS[sql[at] as keyof typeof OPENERS] ?? 'a quote'} that never ends`, at);
}

/** A block comment nests, in Redshift as in PostgreSQL. */
function blockComment(sql: string, at: number): Token {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = at;
  let depth = 0;
  for (let found = edge.exec(sql); found; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return { kind: 'comment', text: sql.slice(at, edge.lastIndex), at };
  }
  throw new Problem('a comment that never ends', at);
}

/**
 * Redshift takes a backslash for an escape in a plain string too, standard SQL does not: where the two differ on
 * the string's end, text could become SQL, so neither reading is guessed.
 */
function refuseAmbiguousBackslash({ text, at }: Token): void {
  if (!text.startsWith("'")) return;
  if (/(?<!\\)(?:\\\\)*\\'/.test(text))
    throw new Problem("a backslash before a quote, which engines read differently; write '' or chr(92)", at);
}

/** Whether the token means something to the engine. */
export const isSignificant = ({ kind }: Token): boolean => kind !== 'space' && kind !== 'comment';

export const textOf = (tokens: Token[]): string => tokens.map(({ text }) => text).join('');
