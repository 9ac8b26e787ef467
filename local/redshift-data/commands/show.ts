import { literal, readName } from '../sql/names.ts';
import { formNotEmulated } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import type { Command, CommandContext } from './command.ts';
import { defaults, settingOf, unknownSetting } from './settings.ts';

const like = (tokens: readonly Token[], column: string): string => {
  const at = tokens.findIndex((token) => is(token, 'like'));
  const limit = tokens.findIndex((token) => is(token, 'limit'));
  const where = at < 0 ? '' : ` and ${column} like ${tokens[at + 1]?.text}`;
  return `${where} order by 1, 2, 3 ${limit < 0 ? '' : `limit ${Number(tokens[limit + 1]?.text)}`}`;
};

/** The parts of a name behind FROM SCHEMA, FROM TABLE, FROM DATABASE. */
const behind = (tokens: readonly Token[], at: number): string[] => readName(tokens, at).parts;

const queryOf = (tokens: readonly Token[], { database }: CommandContext): string | undefined => {
  const what = tokens[1]?.text.toLowerCase();
  if (what === 'databases')
    return `select ${literal(database)} as database_name, 100 as database_owner, 'local' as database_type, null::varchar as database_acl,
      null::varchar as parameters, 'Snapshot Isolation' as database_isolation_level`;
  if (what === 'schemas' && follows(tokens, 2, 'from', 'database'))
    return `select ${literal(database)} as database_name, schema_name, 100 as schema_owner, schema_type, null::varchar as schema_acl,
      null::varchar as source_database, null::varchar as schema_option from redshift.main.svv_all_schemas
      where true ${like(tokens, 'schema_name')}`;
  if (what === 'tables' && follows(tokens, 2, 'from', 'schema'))
    return `select ${literal(database)} as database_name, schema_name, table_name, table_type, null::varchar as table_acl, null::varchar as remarks
      from redshift.main.svv_all_tables where schema_name = ${literal(behind(tokens, 4).at(-1) ?? '')} ${like(tokens, 'table_name')}`;
  if (what === 'columns' && follows(tokens, 2, 'from', 'table')) {
    const [table = '', schema = 'public'] = behind(tokens, 4).reverse();
    return `select ${literal(database)} as database_name, schema_name, table_name, column_name, ordinal_position, column_default, is_nullable, data_type,
      character_maximum_length, numeric_precision, numeric_scale, null::varchar as remarks from redshift.main.svv_all_columns
      where schema_name = ${literal(schema)} and table_name = ${literal(table)} order by ordinal_position`;
  }
  return undefined;
};

export const show: Command = {
  name: 'SHOW',
  area: 'Catalogue',
  matches: (tokens) => is(tokens[0], 'show'),
  run: async (context, tokens) => {
    const query = queryOf(tokens, context);
    if (query) return context.answer(query);
    const name = tokens[1]?.text.toLowerCase() ?? '';
    if (tokens.length > 2) throw formNotEmulated(`SHOW ${name.toUpperCase()}`);
    if (is(tokens[1], 'all')) {
      const values = await Promise.all(
        Object.keys(defaults).map(async (one) => [one, await settingOf(context.connection, one)]),
      );
      const rows = values.map(([one, value]) => `(${literal(one ?? '')}, ${literal(value ?? '')})`);
      return context.answer(`select * from (values ${rows.join(', ')}) as t(name, setting) order by 1`);
    }
    if (!Object.hasOwn(defaults, name)) throw unknownSetting(name);
    return context.answer(`select ${literal(await settingOf(context.connection, name))} as "${name}"`);
  },
  cases: [
    {
      form: 'SHOW TABLES FROM SCHEMA database.schema [LIKE …]',
      sql: `create schema shown; create table shown.orders (a integer); create view shown.ordered as select a from shown.orders;
            show tables from schema dev.shown like 'ord%'`,
      columns: ['database_name', 'schema_name', 'table_name', 'table_type', 'table_acl', 'remarks'],
      rows: [
        ['dev', 'shown', 'ordered', 'VIEW', null, null],
        ['dev', 'shown', 'orders', 'TABLE', null, null],
      ],
    },
    {
      form: 'SHOW COLUMNS FROM TABLE database.schema.table',
      sql: `create schema shown2; create table shown2.o (a integer not null, b varchar(10), c decimal(8,2) default 1);
            show columns from table dev.shown2.o`,
      rows: [
        ['dev', 'shown2', 'o', 'a', '1', null, 'NO', 'integer', null, '32', '0', null],
        ['dev', 'shown2', 'o', 'b', '2', null, 'YES', 'character varying', '10', null, null, null],
        ['dev', 'shown2', 'o', 'c', '3', '1', 'YES', 'numeric', null, '8', '2', null],
      ],
    },
    {
      form: 'SHOW SCHEMAS FROM DATABASE, SHOW DATABASES',
      sql: "create schema shown3; show schemas from database dev like 'shown3'",
      rows: [['dev', 'shown3', '100', 'local', null, null, null]],
    },
    {
      form: 'SHOW TABLE, SHOW VIEW, SHOW PROCEDURE, SHOW GRANTS',
      sql: 'show table public.t',
      error: 'ERROR: not emulated: SHOW TABLE',
    },
  ],
};
