import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

/** Reads a procedure's tokens from front to back. */
export class Cursor {
  at = 0;
  constructor(readonly tokens: readonly Token[]) {}

  peek(offset = 0): Token | undefined {
    return this.tokens[this.at + offset];
  }

  next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new RedshiftError('ERROR: syntax error at end of input');
    return token;
  }

  sees(...words: string[]): boolean {
    return words.every((word, offset) => is(this.peek(offset), word));
  }

  /** Passes over these words if they come next. */
  takes(...words: string[]): boolean {
    if (!this.sees(...words)) return false;
    this.at += words.length;
    return true;
  }

  expect(...words: string[]): void {
    if (!this.takes(...words)) throw syntaxErrorNear(this.next().text);
  }

  /** Tokens up to one of these words outside parentheses and CASE; it is left standing. */
  until(...words: string[]): Token[] {
    const start = this.at;
    let depth = 0;
    for (;;) {
      const token = this.peek();
      if (!token) throw new RedshiftError('ERROR: syntax error at end of input');
      if (depth === 0 && is(token, ...words)) return this.tokens.slice(start, this.at);
      if (is(token, '(', 'case')) depth += 1;
      if (depth > 0 && is(token, ')', 'end')) depth -= 1;
      this.at += 1;
    }
  }

  /** Tokens up to the next `;`, which is passed over. */
  statement(): Token[] {
    const tokens = this.until(';');
    this.at += 1;
    return tokens;
  }
}
