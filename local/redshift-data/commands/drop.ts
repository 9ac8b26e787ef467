import type { DuckDBConnection } from '@duckdb/node-api';
import { atomically } from '../engine/transaction.ts';
import { splitCommas } from '../sql/calls.ts';
import { quoted, readName } from '../sql/names.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { tableNames } from '../sql/table-names.ts';
import { follows, is, type Token, tokenize } from '../sql/tokens.ts';
import { findRelation, type Relation } from '../tables/find-relation.ts';
import { begins, type Command, type CommandContext, done, textRows } from './command.ts';

const views = `
  select database_name, schema_name, view_name, sql, comment from duckdb_views()
   where not internal and database_name in (current_database(), 'temp')`;

/** `CREATE VIEW v AS query` without what is before the query. */
const queryOf = (text: string): string => text.slice(text.indexOf(' AS ') + 4);

/** The views that read a table or view; late-binding ones do not hold it. */
const dependents = async (connection: DuckDBConnection, { schema, table }: Relation): Promise<Relation[]> => {
  const all = await textRows(connection, views);
  return all.flatMap(([database, inSchema, view, text, comment]) => {
    if (comment?.includes('"late":true') || (inSchema === schema && view === table)) return [];
    const reads = tableNames(tokenize(queryOf(text ?? ''))).some(
      (parts) => parts.at(-1) === table && (parts.length < 2 || parts.at(-2) === schema),
    );
    const name = [database ?? '', inSchema ?? '', view ?? ''];
    return reads
      ? [
          {
            name,
            schema: inSchema ?? '',
            table: view ?? '',
            temporary: false,
            kind: 'view' as const,
            comment: comment ?? null,
          },
        ]
      : [];
  });
};

const dropOne = async (context: CommandContext, relation: Relation, cascade: boolean): Promise<void> => {
  const { connection } = context;
  const holders = await dependents(connection, relation);
  if (holders.length > 0 && !cascade) {
    throw new RedshiftError(
      `ERROR: cannot drop ${relation.kind} ${relation.table} because other objects depend on it\n  Hint: Use DROP ... CASCADE to drop the dependent objects too.`,
    );
  }
  for (const holder of holders) await dropOne(context, holder, true);
  const left = await findRelation(
    connection,
    [relation.schema, relation.table].slice(relation.temporary ? 1 : 0),
  );
  if (left) await connection.run(`drop ${left.kind} ${quoted(...relation.name)}`);
};

const dropAll = async (context: CommandContext, tokens: readonly Token[]): Promise<void> => {
  const view = tokens.findIndex((token) => is(token, 'table', 'view'));
  const materialized = is(tokens[1], 'materialized');
  const ifExists = follows(tokens, view + 1, 'if', 'exists');
  const cascade = is(tokens.at(-1), 'cascade');
  const end = cascade || is(tokens.at(-1), 'restrict') ? -1 : tokens.length;
  const wanted = is(tokens[view], 'table') ? 'table' : 'view';
  const items = splitCommas(tokens.slice(view + (ifExists ? 3 : 1), end));
  for (const item of items.length > 0 ? items : [[]]) {
    const { parts } = readName(item, 0);
    const relation = await findRelation(context.connection, parts);
    const isMaterialized = relation?.comment?.includes('"materialized"') ?? false;
    if (!relation) {
      if (ifExists) continue;
      throw new RedshiftError(
        `ERROR: ${wanted === 'table' ? 'Table' : 'View'} "${parts.at(-1)}" does not exist`,
      );
    }
    const kind = isMaterialized ? 'view' : relation.kind;
    if (kind !== wanted || isMaterialized !== materialized)
      throw new RedshiftError(
        `ERROR: "${relation.table}" is not a ${materialized ? 'materialized view' : wanted}`,
      );
    await dropOne(context, relation, cascade);
  }
};

export const drop: Command = {
  name: 'DROP TABLE, DROP VIEW',
  area: 'Definitions',
  matches: (tokens) => begins(tokens, 'drop', 'table|view') || begins(tokens, 'drop', 'materialized', 'view'),
  run: async (context, tokens) => {
    await atomically(context.connection, () => dropAll(context, tokens));
    return done;
  },
  cases: [
    {
      form: 'DROP TABLE [IF EXISTS] a, b [CASCADE | RESTRICT]',
      sql: `create temp table a1 (x integer); create temp table a2 (x integer); drop table a1, a2;
            drop table if exists a1; select x from a2`,
      error: 'ERROR: relation "a2" does not exist',
    },
    {
      form: 'DROP TABLE [IF EXISTS] a, b [CASCADE | RESTRICT]',
      sql: 'drop table nowhere',
      error: 'ERROR: Table "nowhere" does not exist',
    },
    {
      form: 'DROP of what a view reads',
      sql: 'create table held (x integer); create view holder as select x from held; drop table held',
      error:
        'ERROR: cannot drop table held because other objects depend on it\n  Hint: Use DROP ... CASCADE to drop the dependent objects too.',
    },
    {
      form: 'DROP of what a view reads',
      sql: `create table held (x integer); create view holder as select x from held;
            create view holder2 as select x from holder; drop table held cascade; select * from holder2`,
      error: 'ERROR: relation "holder2" does not exist',
    },
    {
      form: 'DROP VIEW of a table',
      note: 'The text is Postgres’.',
      sql: 'create temp table tt (x integer); drop view tt',
      error: 'ERROR: "tt" is not a view',
    },
  ],
};
