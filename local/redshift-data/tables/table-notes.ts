import { literal, quoted } from '../sql/names.ts';

/** What the engine does not keep of a column. It stands as JSON in the column's comment, and so follows it. */
export interface ColumnNotes {
  /** `character varying(10)` */
  type?: string;
  encode?: string;
  distkey?: true;
  /** Place in the sort key from 1; negative in an interleaved one. */
  sortkey?: number;
  /** Seed and step of a column that counts: `1,1`. */
  identity?: string;
}

/** What the engine does not keep of a table or a view. */
export interface TableNotes {
  diststyle?: string;
  /** The query of a materialized view. */
  materialized?: string;
  /** WITH NO SCHEMA BINDING */
  late?: true;
  constraints?: { type: 'p' | 'u' | 'f'; name: string; columns: string[] }[];
}

const comment = (notes: object): string | undefined =>
  Object.values(notes).every((value) => value === undefined) ? undefined : literal(JSON.stringify(notes));

/** `COMMENT ON` statements; none for what has no notes. */
export const tableNote = (kind: 'table' | 'view', name: string[], notes: TableNotes): string[] => {
  const text = comment(notes);
  return text ? [`comment on ${kind} ${quoted(...name)} is ${text}`] : [];
};

export const columnNote = (table: string[], column: string, notes: ColumnNotes): string[] => {
  const text = comment(notes);
  return text ? [`comment on column ${quoted(...table, column)} is ${text}`] : [];
};
