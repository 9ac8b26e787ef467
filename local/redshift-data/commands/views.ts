import { atomically } from '../engine/transaction.ts';
import { quoted, readName } from '../sql/names.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, render, type Token, tokenize } from '../sql/tokens.ts';
import { findRelation } from '../tables/find-relation.ts';
import { tableNote } from '../tables/table-notes.ts';
import { type Command, done, runAll } from './command.ts';

const lateBinding = (tokens: readonly Token[]): boolean =>
  follows(tokens, tokens.length - 4, 'with', 'no', 'schema', 'binding');

/** CREATE [OR REPLACE] VIEW; the engine binds a view anew each time it is read. */
export const createView: Command = {
  name: 'CREATE VIEW',
  area: 'Definitions',
  matches: (tokens) => {
    const view = tokens.findIndex((token) => is(token, 'view'));
    return (
      is(tokens[0], 'create') && view > 0 && view <= 3 && !is(tokens[view - 1], 'materialized', 'external')
    );
  },
  run: async (context, tokens) => {
    const view = tokens.findIndex((token) => is(token, 'view'));
    const { parts } = readName(tokens, view + 1);
    const late = lateBinding(tokens);
    const kept = late ? tokens.slice(0, -4) : tokens;
    await atomically(context.connection, async () => {
      await context.translated([...kept]).catch((error: Error) => {
        if (late && /^Catalog Error: Table with name/.test(error.message))
          throw formNotEmulated('WITH NO SCHEMA BINDING of a table that does not exist yet');
        throw error;
      });
      const made = late && (await findRelation(context.connection, parts));
      if (made) await runAll(context.connection, tableNote('view', made.name, { late: true }));
    });
    return done;
  },
  cases: [
    {
      form: 'CREATE [OR REPLACE] VIEW v [(a, b)] AS query',
      sql: `create table base1 (a integer); insert into base1 values (1);
            create view v1 as select a, a + 1 as b from base1; create or replace view v1 (x) as select a + 9 from base1; select x from v1`,
      rows: [['10']],
    },
    {
      form: 'WITH NO SCHEMA BINDING',
      sql: `create table base2 (a integer); create view late2 as select * from public.base2 with no schema binding;
            drop table base2; create table base2 (a integer, b integer); insert into base2 values (1, 2); select b from late2`,
      rows: [['2']],
    },
    {
      form: 'WITH NO SCHEMA BINDING of a table that does not exist yet',
      sql: 'create view late3 as select * from public.nowhere with no schema binding',
      error: 'ERROR: not emulated: WITH NO SCHEMA BINDING of a table that does not exist yet',
    },
    {
      form: 'CREATE VIEW of a table that does not exist',
      sql: 'create view v4 as select * from nowhere',
      error: 'ERROR: relation "nowhere" does not exist',
    },
  ],
};

/** A materialized view is a table that knows its query. */
export const createMaterializedView: Command = {
  name: 'CREATE MATERIALIZED VIEW',
  area: 'Definitions',
  matches: (tokens) => follows(tokens, 0, 'create', 'materialized', 'view'),
  run: async (context, tokens) => {
    const { parts, end } = readName(tokens, 3);
    const as = tokens.findIndex((token, at) => at >= end && is(token, 'as'));
    if (as < 0) throw syntaxErrorNear(tokens[end]?.text ?? ';');
    const attributes = tokens
      .slice(end, as)
      .filter((token, at, all) => !isRefresh(token, all[at - 1], all[at - 2]));
    const [create, , view, name] = [tokens[0], tokens[1], tokens[2], tokens.slice(3, end)] as [
      Token,
      Token,
      Token,
      Token[],
    ];
    await atomically(context.connection, async () => {
      await context.run([create, { ...view, text: 'table' }, ...name, ...attributes, ...tokens.slice(as)]);
      const made = await findRelation(context.connection, parts);
      const materialized = render(tokens.slice(as + 1));
      const notes = JSON.parse(made?.comment ?? '{}') as object;
      if (made) await runAll(context.connection, tableNote('table', made.name, { ...notes, materialized }));
    });
    return done;
  },
  cases: [
    {
      form: 'CREATE MATERIALIZED VIEW … [BACKUP …] [DISTKEY …] [AUTO REFRESH …] AS query, REFRESH MATERIALIZED VIEW',
      note: 'Refreshed when told to, as a whole.',
      sql: `create table base5 (a integer); insert into base5 values (1);
            create materialized view m5 backup no distkey (a) auto refresh no as select a from base5; insert into base5 values (2);
            refresh materialized view m5; select a from m5 order by a`,
      rows: [['1'], ['2']],
    },
    {
      form: 'DROP MATERIALIZED VIEW',
      sql: `create materialized view m6 as select 1 as a; drop materialized view m6; select * from m6`,
      error: 'ERROR: relation "m6" does not exist',
    },
  ],
};

const isRefresh = (token: Token, before?: Token, earlier?: Token): boolean =>
  is(token, 'auto', 'refresh') || (is(before, 'refresh') && is(earlier, 'auto') && is(token, 'yes', 'no'));

export const refresh: Command = {
  name: 'REFRESH MATERIALIZED VIEW',
  area: 'Definitions',
  matches: (tokens) => follows(tokens, 0, 'refresh', 'materialized', 'view'),
  run: async (context, tokens) => {
    const { parts } = readName(tokens, 3);
    const view = await findRelation(context.connection, parts);
    const { materialized } = JSON.parse(view?.comment ?? '{}') as { materialized?: string };
    if (!view || !materialized) throw notMaterialized(parts);
    const into = tokenize(`insert into ${quoted(...view.name)} ${materialized}`);
    await atomically(context.connection, async () => {
      await context.connection.run(`delete from ${quoted(...view.name)}`);
      await context.translated(into);
    });
    return done;
  },
  cases: [
    {
      sql: 'refresh materialized view nowhere',
      error: 'ERROR: Materialized view "nowhere" could not be found',
      note: 'The text is a guess.',
    },
  ],
};

const notMaterialized = (parts: string[]): Error => {
  const name = parts.at(-1) ?? '';
  return new RedshiftError(`ERROR: Materialized view "${name}" could not be found`);
};
