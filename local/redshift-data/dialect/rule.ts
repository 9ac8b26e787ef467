import type { Token } from '../sql/tokens.ts';

/** A statement and what Redshift answers: rows of values as text, or an error. Tested, and listed in the docs. */
export type Case =
  | { sql: string; rows: (string | null)[][]; columns?: string[] }
  | { sql: string; error: string };

/** One form of Redshift's SQL on the engine: a rewriting of tokens, macros, or both. */
export interface Rule {
  /** The form as the documentation names it. */
  name: string;
  /** Where the answer may differ from Redshift's. */
  approximate?: string;
  /** `CREATE MACRO` bodies: `name(arguments) AS expression[, (arguments) AS expression]`. */
  macros?: string[];
  /** Throws RedshiftError for a form that is not emulated. */
  rewrite?(tokens: readonly Token[]): Token[];
  cases: Case[];
}
