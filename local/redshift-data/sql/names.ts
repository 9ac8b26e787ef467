import { RedshiftError, syntaxErrorNear } from './redshift-error.ts';
import { is, type Token } from './tokens.ts';

/** A name of one to three parts, folded to lower case. */
export interface Name {
  parts: string[];
  /** Index of the token behind it. */
  end: number;
}

/** The name of one token as Redshift keeps it. */
export const folded = ({ kind, text }: Token): string =>
  (kind === 'quoted' ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();

const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'quoted';

const nameExpected = (tokens: readonly Token[], at: number): RedshiftError => {
  const stray = tokens[at];
  return stray ? syntaxErrorNear(stray.text) : new RedshiftError('ERROR: syntax error at end of input');
};

/** Reads `a`, `a.b` or `a.b.c` at `at`. Throws a syntax error where there is no name. */
export const readName = (tokens: readonly Token[], at: number): Name => {
  const parts: string[] = [];
  for (let end = at; ; end += 2) {
    const token = tokens[end];
    if (!isName(token)) throw nameExpected(tokens, end);
    parts.push(folded(token));
    if (!is(tokens[end + 1], '.')) return { parts, end: end + 1 };
  }
};

/** `"a"."b"` */
export const quoted = (...parts: string[]): string =>
  parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.');

/** `'text'` */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
