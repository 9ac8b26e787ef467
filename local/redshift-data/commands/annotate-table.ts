import type { ColumnDefinition } from '../tables/parse-column.ts';
import type { Head } from '../tables/read-create-table.ts';
import type { TableAttributes } from '../tables/table-attributes.ts';
import { columnNote, type TableNotes, tableNote } from '../tables/table-notes.ts';
import { type CommandContext, runAll } from './command.ts';

/** Keeps with a new table what the engine does not keep of it. */
export const annotate = async (
  { connection }: CommandContext,
  head: Head,
  attributes: TableAttributes,
  columns: readonly ColumnDefinition[],
  constraints: TableNotes['constraints'] = [],
): Promise<void> => {
  const notes = new Map(columns.map((column) => [column.name, column.notes]));
  const noteOf = (name: string) => {
    const note = notes.get(name) ?? {};
    notes.set(name, note);
    return note;
  };
  if (attributes.distkey) noteOf(attributes.distkey).distkey = true;
  attributes.sortkeys.forEach((name, index) => {
    noteOf(name).sortkey = attributes.interleaved && index % 2 ? -(index + 1) : index + 1;
  });
  const distkey = [...notes].find(([, { distkey }]) => distkey)?.[0];
  const diststyle = distkey ? `KEY(${distkey})` : attributes.diststyle;
  const all = [...constraints, ...ownConstraints(head.name.at(-1) ?? '', columns)];
  const name = head.temporary ? ['temp', 'main', head.name.at(-1) ?? ''] : head.name;
  await runAll(connection, [
    ...[...notes].flatMap(([column, note]) => columnNote(name, column, note)),
    ...tableNote('table', name, { diststyle, constraints: all.length > 0 ? all : undefined }),
  ]);
};

const ownConstraints = (table: string, columns: readonly ColumnDefinition[]) =>
  columns.flatMap(({ name, primaryKey, unique, references }) => [
    ...(primaryKey ? [{ type: 'p' as const, name: `${table}_pkey`, columns: [name] }] : []),
    ...(unique ? [{ type: 'u' as const, name: `${table}_${name}_key`, columns: [name] }] : []),
    ...(references ? [{ type: 'f' as const, name: `${table}_${name}_fkey`, columns: [name] }] : []),
  ]);
