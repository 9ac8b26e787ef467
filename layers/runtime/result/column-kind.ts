/** How a column's values are to be understood, whatever file they go into. */
export type ColumnKind =
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'date'
  | 'timestamp'
  | 'bytes'
  | 'text';

const KINDS: Record<string, ColumnKind> = {
  bool: 'boolean',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  oid: 'integer',
  numeric: 'decimal',
  float4: 'float',
  float8: 'float',
  date: 'date',
  timestamp: 'timestamp',
  timestamptz: 'timestamp',
  varbyte: 'bytes',
};

/** Of Redshift's own name of a type. Whatever is none of the others is text. */
export const kindOf = (type: string): ColumnKind => KINDS[type] ?? 'text';
