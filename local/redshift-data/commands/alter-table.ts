import { atomically } from '../engine/transaction.ts';
import { made, sql } from '../sql/calls.ts';
import { folded, quoted, readName } from '../sql/names.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import { columnKind, lengthCheck } from '../tables/column-type.ts';
import { type ExistingColumn, existingColumns, rebuilt } from '../tables/existing-table.ts';
import { type Relation, theRelation } from '../tables/find-relation.ts';
import { parseColumn } from '../tables/parse-column.ts';
import { parseTableAttributes } from '../tables/table-attributes.ts';
import { columnNote, type TableNotes, tableNote } from '../tables/table-notes.ts';
import { alterTableCases } from './alter-table-cases.ts';
import { begins, type Command, type CommandContext, done, runAll } from './command.ts';

type Change = (context: CommandContext, relation: Relation, action: readonly Token[]) => Promise<unknown>;

const table = ({ name }: Relation): string => quoted(...name);

const noColumn = (name: string, { table: of }: Relation): RedshiftError =>
  new RedshiftError(`ERROR: column "${name}" of relation "${of}" does not exist`);

const addColumn: Change = async (context, relation, action) => {
  const column = parseColumn(action.slice(is(action[1], 'column') ? 2 : 1));
  const columns = await existingColumns(context.connection, relation);
  if (column.identity) throw formNotEmulated('ALTER TABLE ADD COLUMN with IDENTITY');
  if (columns.some(({ name }) => name === column.name))
    throw new RedshiftError(`ERROR: column "${column.name}" of relation "${relation.table}" already exists`);
  if (column.notNull && !column.defaultValue)
    throw new RedshiftError(
      'ERROR: ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression',
    );
  const value = column.defaultValue ? sql`default ${column.defaultValue}` : [];
  const start = made(
    `alter table ${table(relation)} add column ${quoted(column.name)} ${column.kind.engine}`,
  );
  await context.translated([...start, ...value]);
  const notes = columnNote(relation.name, column.name, column.notes);
  await runAll(context.connection, notes);
  const checked = lengthCheck('', column.kind) !== '';
  if (checked || column.notNull)
    await rebuild(context, relation, (one) =>
      one.name === column.name ? { ...one, notNull: column.notNull } : one,
    );
};

/** The table anew, because the engine cannot add a check to one that exists or change a column that has one. */
const rebuild = async (
  { connection }: CommandContext,
  relation: Relation,
  change: (column: ExistingColumn) => ExistingColumn,
): Promise<void> => {
  const columns = (await existingColumns(connection, relation)).map(change);
  await runAll(
    connection,
    rebuilt(
      relation,
      columns,
      columns.map(({ name }) => name),
    ),
  );
};

const dropColumn: Change = async ({ connection }, relation, action) => {
  const name = action[is(action[1], 'column') ? 2 : 1];
  if (!name) throw syntaxErrorNear('drop');
  const columns = await existingColumns(connection, relation);
  if (!columns.some((column) => column.name === folded(name))) throw noColumn(folded(name), relation);
  await connection.run(`alter table ${table(relation)} drop column ${quoted(folded(name))}`);
};

const rename: Change = async ({ connection }, relation, action) => {
  const to = action.at(-1) as Token;
  const kind = relation.kind;
  if (is(action[1], 'to')) {
    await connection.run(`alter ${kind} ${table(relation)} rename to ${quoted(folded(to))}`);
    return;
  }
  const from = action[is(action[1], 'column') ? 2 : 1] as Token;
  const columns = await existingColumns(connection, relation);
  if (!columns.some((column) => column.name === folded(from))) throw noColumn(folded(from), relation);
  await connection.run(
    `alter table ${table(relation)} rename column ${quoted(folded(from))} to ${quoted(folded(to))}`,
  );
};

/** ALTER [COLUMN] name TYPE type: text types only, as in Redshift. */
const alterColumn: Change = async (context, relation, action) => {
  const at = is(action[1], 'column') ? 2 : 1;
  const name = folded(action[at] as Token);
  const columns = await existingColumns(context.connection, relation);
  const column = columns.find((one) => one.name === name);
  if (!column) throw noColumn(name, relation);
  if (is(action[at + 1], 'encode'))
    return note(context, relation, column, { encode: action[at + 2]?.text.toLowerCase() });
  if (!is(action[at + 1], 'type')) throw syntaxErrorNear(action[at + 1]?.text ?? name);
  const kind = columnKind(action.slice(at + 2));
  if (!kind.declared || column.type !== 'VARCHAR')
    throw new RedshiftError(
      `ERROR: target data type "${action
        .slice(at + 2)
        .map(({ text }) => text)
        .join('')}" is not supported for the existing column "${name}"`,
    );
  const notes = { ...column.notes, type: kind.declared };
  await rebuild(context, relation, (one) => (one.name === name ? { ...one, notes } : one));
};

const note = async (
  { connection }: CommandContext,
  relation: Relation,
  column: ExistingColumn,
  change: ExistingColumn['notes'],
): Promise<void> =>
  runAll(connection, columnNote(relation.name, column.name, { ...column.notes, ...change }));

/** ALTER DISTKEY, SORTKEY, DISTSTYLE, ENCODE: notes for the catalogue. */
const alterAttributes: Change = async (context, relation, action) => {
  const from = follows(action, 1, 'diststyle') && is(action[3], 'distkey') ? 3 : 1;
  const { attributes } = parseTableAttributes(action, from);
  const columns = await existingColumns(context.connection, relation);
  for (const name of [attributes.distkey, ...attributes.sortkeys])
    if (name && !columns.some((column) => column.name === name)) throw noColumn(name, relation);
  const sorted = action.some((token) => is(token, 'sortkey'));
  for (const column of columns) {
    const place = attributes.sortkeys.indexOf(column.name) + 1;
    await note(context, relation, column, {
      ...(sorted && { sortkey: place || undefined }),
      ...(attributes.distkey && { distkey: attributes.distkey === column.name || undefined }),
    });
  }
  const style = attributes.distkey ? `KEY(${attributes.distkey})` : attributes.diststyle;
  const notes = JSON.parse(relation.comment ?? '{}') as TableNotes;
  await runAll(
    context.connection,
    tableNote('table', relation.name, { ...notes, diststyle: style ?? notes.diststyle }),
  );
};

const constraintWords = ['constraint', 'primary', 'unique', 'foreign'];

/** Keys are information only. */
const nothing: Change = async () => undefined;

const changeOf = (action: readonly Token[]): Change => {
  const [first, second] = action;
  if (is(first, 'add')) return is(second, ...constraintWords) ? nothing : addColumn;
  if (is(first, 'drop')) return is(second, 'constraint') ? nothing : dropColumn;
  if (is(first, 'rename')) return rename;
  if (follows(action, 0, 'owner', 'to')) return nothing;
  if (!is(first, 'alter')) throw first ? unknown(first) : syntaxErrorNear(';');
  const attributes = ['distkey', 'sortkey', 'compound', 'interleaved', 'diststyle', 'encode'];
  return is(second, ...attributes) ? alterAttributes : alterColumn;
};

const unknown = (first: Token): RedshiftError =>
  is(first, 'set', 'row', 'attach', 'detach', 'mask')
    ? formNotEmulated(`ALTER TABLE ${first.text.toUpperCase()}`)
    : syntaxErrorNear(first.text);

export const alterTable: Command = {
  name: 'ALTER TABLE',
  area: 'Definitions',
  matches: (tokens) => begins(tokens, 'alter', 'table') && !tokens.some((token) => is(token, 'append')),
  run: async (context, tokens) => {
    const { parts, end } = readName(tokens, 2);
    const change = changeOf(tokens.slice(end));
    const relation = await theRelation(context.connection, parts);
    await atomically(context.connection, () => change(context, relation, tokens.slice(end)));
    return done;
  },
  cases: alterTableCases,
};
