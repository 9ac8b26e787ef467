import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

export interface CopyOptions {
  format: 'parquet' | 'csv' | 'delimited';
  delimiter?: string;
  quote?: string;
  escape?: boolean;
  skipRows: number;
  gzip?: boolean;
  nullText: string;
  emptyAsNull?: boolean;
}

/** The tokens after the source; each option takes what belongs to it. */
class Cursor {
  constructor(
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
  count(): number {
    const token = this.take();
    if (!/^'?\d+'?$/.test(token.text)) throw syntaxErrorNear(token.text);
    return Number(token.text.replaceAll("'", ''));
  }
}

/** What one option says; it takes its argument from the cursor. */
type Option = (cursor: Cursor) => Partial<CopyOptions>;

const format = (name: string): Partial<CopyOptions> => {
  const known = name.toLowerCase();
  if (known !== 'parquet' && known !== 'csv') throw formNotEmulated(`COPY … FORMAT ${name.toUpperCase()}`);
  return { format: known };
};
/** Whoever loads, and where from, is not checked locally. */
const ignored: Option = (cursor) => {
  cursor.take();
  return {};
};
/** The engine reads every usual date text, as 'auto' does. */
const automatic =
  (name: string): Option =>
  (cursor) => {
    const text = cursor.text();
    if (text.toLowerCase() !== 'auto') throw formNotEmulated(`COPY … ${name} '${text}'`);
    return {};
  };

const options: Record<string, Option> = {
  iam_role: ignored,
  credentials: ignored,
  access_key_id: ignored,
  secret_access_key: ignored,
  session_token: ignored,
  region: ignored,
  statupdate: ignored,
  compupdate: ignored,
  format: (cursor) => format(cursor.take().text),
  csv: () => format('csv'),
  parquet: () => format('parquet'),
  quote: (cursor) => ({ quote: cursor.text() }),
  delimiter: (cursor) => ({ delimiter: cursor.text().replace(/^\\t$/, '\t') }),
  ignoreheader: (cursor) => ({ skipRows: cursor.count() }),
  gzip: () => ({ gzip: true }),
  null: (cursor) => ({ nullText: cursor.text() }),
  emptyasnull: () => ({ emptyAsNull: true }),
  removequotes: () => ({ quote: '"' }),
  escape: () => ({ escape: true }),
  dateformat: automatic('DATEFORMAT'),
  timeformat: automatic('TIMEFORMAT'),
};

/** The options of a COPY, with Redshift's defaults. Throws RedshiftError for one that is not emulated. */
export const readOptions = (tokens: readonly Token[]): CopyOptions => {
  const read: CopyOptions = { format: 'delimited', skipRows: 0, nullText: '\\N' };
  const cursor = new Cursor(tokens);
  while (cursor.next) {
    const name = cursor.next.text.toLowerCase();
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw formNotEmulated(`COPY … ${name.toUpperCase()}`);
    cursor.at += 1;
    Object.assign(read, option(cursor));
  }
  return read;
};

/** What a plain string says. */
export const textOf = ({ text }: Token): string => text.slice(1, -1).replaceAll("''", "'");
