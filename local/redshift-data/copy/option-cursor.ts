import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

/** The tokens after a COPY's source or an UNLOAD's target; each option takes what belongs to it. */
export class OptionCursor {
  constructor(
    readonly command: 'COPY' | 'UNLOAD',
    readonly tokens: readonly Token[],
    public at = 0,
  ) {}

  get next(): Token | undefined {
    return this.tokens[this.at];
  }

  /** The next token, which has to be there; an AS before it is passed over. */
  take(): Token {
    if (is(this.next, 'as')) this.at += 1;
    const token = this.tokens[this.at++];
    if (!token) throw new RedshiftError('ERROR: syntax error at end of input');
    return token;
  }

  text(): string {
    const token = this.take();
    if (token.kind !== 'string') throw syntaxErrorNear(token.text);
    return textOf(token);
  }

  /** The text, if there is one. */
  optionalText(): string | undefined {
    const ahead = is(this.next, 'as') ? this.tokens[this.at + 1] : this.next;
    return ahead?.kind === 'string' ? this.text() : undefined;
  }

  count(): number {
    const token = this.take();
    if (!/^'?\d+'?$/.test(token.text)) throw syntaxErrorNear(token.text);
    return Number(token.text.replaceAll("'", ''));
  }

  /** Passes over one of these words, if it is there. */
  optionalWord(...words: string[]): string | undefined {
    return is(this.next, ...words) ? this.take().text.toLowerCase() : undefined;
  }
}

/** What one option says; it takes its argument from the cursor. */
export type Option<T> = (cursor: OptionCursor) => Partial<T>;

/** Who loads, and where from, is not checked locally. */
export const authorization: Record<string, Option<object>> = {
  with: () => ({}),
  iam_role: passed,
  credentials: passed,
  access_key_id: passed,
  secret_access_key: passed,
  session_token: passed,
  region: passed,
};

function passed(cursor: OptionCursor): object {
  cursor.take();
  return {};
}

/** Reads options in any order. Throws RedshiftError for one that is not emulated. */
export const readAll = <T>(
  cursor: OptionCursor,
  options: Record<string, Option<T>>,
  defaults: T,
  refusal: (name: string) => RedshiftError = (name) =>
    formNotEmulated(`${cursor.command} … ${name.toUpperCase()}`),
): T => {
  const read = { ...defaults };
  while (cursor.next) {
    const name = cursor.next.text.toLowerCase();
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw refusal(name);
    cursor.at += 1;
    Object.assign(read as object, option(cursor));
  }
  return read;
};

const escapes: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', "'": "'" };

/** What an option's string says: `\t`, `\\` and `\017` are characters; a backslash before others stays (`\N`). */
export const textOf = ({ text }: Token): string =>
  text
    .slice(text.indexOf("'") + 1, -1)
    .replaceAll("''", "'")
    .replace(/\\([0-7]{1,3})|\\([\s\S])/g, (written, octal?: string, character?: string) =>
      octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[character ?? ''] ?? written),
    );
