import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from '../commands/command.ts';
import { quoted } from '../sql/names.ts';
import { type ColumnKind, lengthCheck } from './column-type.ts';
import type { Relation } from './find-relation.ts';
import { type ColumnNotes, columnNote, type TableNotes, tableNote } from './table-notes.ts';

/** A column of a table that exists, in the engine's words. */
export interface ExistingColumn {
  name: string;
  type: string;
  notNull: boolean;
  defaultValue?: string;
  notes: ColumnNotes;
}

const columns = `
  select column_name, data_type, is_nullable, column_default, comment from duckdb_columns()
   where database_name = $1 and schema_name = $2 and table_name = $3 order by column_index`;

export const existingColumns = async (
  connection: DuckDBConnection,
  { name }: Relation,
): Promise<ExistingColumn[]> =>
  (await textRows(connection, columns, name)).map(([column, type, nullable, defaultValue, comment]) => ({
    name: column ?? '',
    type: type ?? '',
    notNull: nullable === 'false',
    defaultValue: defaultValue ?? undefined,
    notes: JSON.parse(comment ?? '{}') as ColumnNotes,
  }));

const kindOf = ({ type, notes }: ExistingColumn): ColumnKind => {
  const bytes = /\((\d+)\)/.exec(notes.type ?? '')?.[1];
  return { engine: type, declared: notes.type, bytes: bytes ? Number(bytes) : undefined };
};

/** `CREATE TABLE` and the comments that make a table of these columns. */
export const definitionOf = (
  name: string[],
  columns: readonly ExistingColumn[],
  notes: TableNotes,
  temporary = false,
): string[] => {
  const items = columns.map((column) => {
    const value = column.defaultValue === undefined ? '' : `default ${column.defaultValue}`;
    const check = lengthCheck(quoted(column.name), kindOf(column));
    return `${quoted(column.name)} ${column.type} ${value} ${column.notNull ? 'not null' : ''} ${check}`;
  });
  return [
    `create ${temporary ? 'temp' : ''} table ${quoted(...name)} (${items.join(', ')})`,
    ...columns.flatMap((column) => columnNote(name, column.name, column.notes)),
    ...tableNote('table', name, notes),
  ];
};

/** Statements that make the table anew with other columns; those of the same name keep their values. */
export const rebuilt = (relation: Relation, columns: readonly ExistingColumn[], kept: string[]): string[] => {
  const next = [...relation.name.slice(0, 2), `${relation.table}_rebuilt`];
  const list = kept.map((name) => quoted(name)).join(', ');
  const notes = JSON.parse(relation.comment ?? '{}') as TableNotes;
  return [
    ...definitionOf(next, columns, notes, relation.temporary),
    `insert into ${quoted(...next)} (${list}) select ${list} from ${quoted(...relation.name)}`,
    `drop table ${quoted(...relation.name)}`,
    `alter table ${quoted(...next)} rename to ${quoted(relation.table)}`,
  ];
};
