import type { Token } from '../sql/tokens.ts';
import type { ScalarFunction } from './scalar-function.ts';

/** The parts of docs/dialect.md. */
export const areas = [
  'Names and literals',
  'Types',
  'Expressions',
  'Dates and times',
  'Text',
  'Numbers',
  'Aggregates and windows',
  'Queries',
  'SUPER and JSON',
  'Definitions',
  'Changes',
  'COPY',
  'UNLOAD',
  'Procedures',
  'Catalogue',
  'Administration',
] as const;
export type Area = (typeof areas)[number];

/** Whether a form answers as Redshift does, nearly so (`note` says where not), or is refused as `not emulated: …`. */
export type Status = 'same' | 'approximate' | 'absent';

/** A statement and what Redshift answers: rows of values as text, or an error. Tested, and listed in docs/dialect.md. */
export type Case = {
  sql: string;
  /** Short name, e.g. `DATEADD(part, n, date)`; the rule's name unless given. Cases of one form are one line of the page. */
  form?: string;
  /** `absent` where the error is `not emulated`, else `approximate` with a note of its own or the rule's, else `same`. */
  status?: Status;
  /** Where the answer may differ from Redshift's. */
  note?: string;
  /** What the page shows of `sql`. */
  shown?: string;
  /** What is in S3 before, by `bucket/key`. */
  objects?: Record<string, string | Uint8Array>;
} & (
  | { rows: (string | null)[][]; columns?: string[] }
  | { error: string }
  /** What is in S3 behind, by `bucket/key`. */
  | { writes: Record<string, string | RegExp> }
);

/** Cases that belong together, whatever makes them true. */
export interface Forms {
  /** As the documentation names it. */
  name: string;
  area?: Area;
  /** Where the answers of all its cases may differ from Redshift's. */
  approximate?: string;
  cases: Case[];
}

/** One form of Redshift's SQL on the engine: a rewriting of tokens, macros, functions, or several of them. */
export interface Rule extends Forms {
  /** `CREATE MACRO` bodies: `name(arguments) AS expression[, (arguments) AS expression]`. */
  macros?: string[];
  /** What the macros and the rewritten tokens call. */
  functions?: ScalarFunction[];
  /** Throws RedshiftError for a form that is not emulated. */
  rewrite?(tokens: readonly Token[]): Token[];
}
