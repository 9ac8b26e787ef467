import { atomically } from '../engine/transaction.ts';
import { closing, made, splitCommas, sql } from '../sql/calls.ts';
import { quoted, readName } from '../sql/names.ts';
import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import { lengthCheck } from '../tables/column-type.ts';
import { definitionOf, existingColumns } from '../tables/existing-table.ts';
import { findRelation, type Relation, theRelation } from '../tables/find-relation.ts';
import { type ColumnDefinition, parseColumn } from '../tables/parse-column.ts';
import { parseTableAttributes, readList, type TableAttributes } from '../tables/table-attributes.ts';
import { columnNote, type TableNotes, tableNote } from '../tables/table-notes.ts';
import { type Command, type CommandContext, done, runAll } from './command.ts';
import { createTableCases } from './create-table-cases.ts';

interface Head {
  temporary: boolean;
  ifNotExists: boolean;
  name: string[];
  /** Index behind the name. */
  end: number;
}

const readHead = (tokens: readonly Token[]): Head => {
  const table = tokens.findIndex((token) => is(token, 'table'));
  const ifNotExists = follows(tokens, table + 1, 'if', 'not', 'exists');
  const { parts, end } = readName(tokens, table + (ifNotExists ? 4 : 1));
  const name = parts.slice(-2);
  const temporary = table > 1 || (name.at(-1) ?? '').startsWith('#');
  return { temporary, ifNotExists, name, end };
};

interface Definition {
  columns: ColumnDefinition[];
  likes: { source: string[]; defaults: boolean }[];
  constraints: NonNullable<TableNotes['constraints']>;
}

const readItems = (tokens: readonly Token[], table: string): Definition => {
  const definition: Definition = { columns: [], likes: [], constraints: [] };
  for (const item of splitCommas(tokens)) {
    const at = is(item[0], 'constraint') ? 2 : 0;
    const type = ({ primary: 'p', unique: 'u', foreign: 'f' } as const)[item[at]?.text.toLowerCase() ?? ''];
    if (is(item[0], 'like')) definition.likes.push(readLike(item));
    else if (type && item[at]?.kind === 'word') {
      const { names } = readList(item, type === 'u' ? at + 1 : at + 2);
      const name = at
        ? (item[1]?.text.toLowerCase() ?? '')
        : `${table}_${type === 'p' ? 'pkey' : `${names[0]}_${type === 'u' ? 'key' : 'fkey'}`}`;
      definition.constraints.push({ type, name, columns: names });
    } else definition.columns.push(parseColumn(item));
  }
  return definition;
};

const readLike = (item: readonly Token[]): { source: string[]; defaults: boolean } => {
  const { parts, end } = readName(item, 1);
  return { source: parts, defaults: is(item[end], 'including') };
};

const create = async (context: CommandContext, tokens: readonly Token[]): Promise<void> => {
  const head = readHead(tokens);
  const exists = head.ifNotExists && (await findRelation(context.connection, head.name));
  if (exists) return;
  const open = is(tokens[head.end], '(') ? closing(tokens, head.end) : -1;
  const { attributes, end } = parseTableAttributes(tokens, open < 0 ? head.end : open + 1);
  if (is(tokens[end], 'as')) return createAs(context, head, attributes, tokens, end);
  if (open < 0) throw syntaxErrorNear(tokens[head.end]?.text ?? ';');
  const definition = readItems(tokens.slice(head.end + 1, open), head.name.at(-1) ?? '');
  if (definition.likes.length > 0) return createLike(context, head, definition);
  await createColumns(context, head, definition, attributes);
};

const keyword = ({ temporary }: Head): Token[] => made(`create ${temporary ? 'temp' : ''} table`);

/** CTAS: `create table t [(a, b)] [attributes] as query`. */
const createAs = async (
  context: CommandContext,
  head: Head,
  attributes: TableAttributes,
  tokens: readonly Token[],
  at: number,
): Promise<void> => {
  const names = tokens.slice(head.end, is(tokens[head.end], '(') ? closing(tokens, head.end) + 1 : head.end);
  const name = made(quoted(...head.name));
  await context.translated([...sql`${keyword(head)} ${name} ${names}`, ...tokens.slice(at)]);
  await annotate(context, head, attributes, []);
};

const createLike = async (context: CommandContext, head: Head, { likes }: Definition): Promise<void> => {
  const [like] = likes;
  if (!like || likes.length > 1)
    throw new RedshiftError('ERROR: not emulated: CREATE TABLE with several LIKE');
  const source = await theRelation(context.connection, like.source);
  const columns = (await existingColumns(context.connection, source)).map((column) => ({
    ...column,
    defaultValue: like.defaults && !column.notes.identity ? column.defaultValue : undefined,
    notes: { ...column.notes, identity: undefined },
  }));
  const { diststyle } = JSON.parse(source.comment ?? '{}') as TableNotes;
  await runAll(context.connection, definitionOf(head.name, columns, { diststyle }, head.temporary));
};

const createColumns = async (
  context: CommandContext,
  head: Head,
  definition: Definition,
  attributes: TableAttributes,
): Promise<void> => {
  const keys = definition.constraints.filter(({ type }) => type === 'p').flatMap(({ columns }) => columns);
  const prefix = head.temporary || head.name.length < 2 ? [] : head.name.slice(0, 1);
  const items = definition.columns.map((column) => {
    const sequence =
      column.identity && [...prefix.map((part) => quoted(part)), column.identity.name].join('.');
    const value = sequence ? made(`nextval('${sequence}')`) : column.defaultValue;
    const notNull = column.notNull || keys.includes(column.name);
    const check = lengthCheck(quoted(column.name), column.kind);
    const start = made(`${quoted(column.name)} ${column.kind.engine}`);
    return [
      ...start,
      ...(value ? sql`default ${value}` : []),
      ...made(`${notNull ? 'not null' : ''} ${check}`),
    ];
  });
  for (const { identity } of definition.columns) {
    if (!identity) continue;
    const what = `create ${head.temporary ? 'temp' : ''} sequence ${quoted(...prefix, identity.name)}`;
    const bounds = identity.step.startsWith('-')
      ? 'minvalue -9223372036854775807 maxvalue 9223372036854775806'
      : '';
    await context.connection.run(
      `${what} increment by ${identity.step} ${bounds} start with ${identity.seed}`,
    );
  }
  const list = items.flatMap((item, index) => (index === 0 ? item : [...made(','), ...item]));
  await context.translated(sql`${keyword(head)} ${made(quoted(...head.name))} (${list})`);
  await annotate(context, head, attributes, definition.columns, definition.constraints);
};

const annotate = async (
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

export type { Relation };

export const createTable: Command = {
  name: 'CREATE TABLE',
  area: 'Definitions',
  matches: (tokens) => {
    const table = tokens.findIndex((token) => is(token, 'table'));
    return (
      is(tokens[0], 'create') &&
      table > 0 &&
      table <= 3 &&
      !tokens.slice(0, table).some((one) => is(one, 'external'))
    );
  },
  run: async (context, tokens) => {
    await atomically(context.connection, () => create(context, tokens));
    return done;
  },
  cases: createTableCases,
};
