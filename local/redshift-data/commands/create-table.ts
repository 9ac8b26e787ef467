import { atomically } from '../engine/transaction.ts';
import { closing, made, sql } from '../sql/calls.ts';
import { quoted } from '../sql/names.ts';
import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';
import { lengthCheck } from '../tables/column-type.ts';
import { definitionOf, existingColumns } from '../tables/existing-table.ts';
import { findRelation, theRelation } from '../tables/find-relation.ts';
import { type Definition, type Head, readHead, readItems } from '../tables/read-create-table.ts';
import { parseTableAttributes, type TableAttributes } from '../tables/table-attributes.ts';
import type { TableNotes } from '../tables/table-notes.ts';
import { annotate } from './annotate-table.ts';
import { type Command, type CommandContext, done, runAll } from './command.ts';
import { createTableCases } from './create-table-cases.ts';

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
