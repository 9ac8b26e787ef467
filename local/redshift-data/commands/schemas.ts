import { quoted, readName } from '../sql/names.ts';
import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is } from '../sql/tokens.ts';
import { begins, type Command, done } from './command.ts';

/** CREATE SCHEMA [IF NOT EXISTS] name [AUTHORIZATION user] [QUOTA …]; the owner and the quota have no effect. */
export const createSchema: Command = {
  name: 'CREATE SCHEMA [IF NOT EXISTS] s [AUTHORIZATION u] [QUOTA …]',
  area: 'Definitions',
  matches: (tokens) => begins(tokens, 'create', 'schema'),
  run: async ({ connection }, tokens) => {
    const ifNotExists = follows(tokens, 2, 'if', 'not', 'exists');
    const at = ifNotExists ? 5 : 2;
    const { parts, end } = readName(tokens, is(tokens[at], 'authorization') ? at + 1 : at);
    const rest = tokens[end];
    if (rest && !is(rest, 'authorization', 'quota')) throw syntaxErrorNear(rest.text);
    await connection.run(`create schema ${ifNotExists ? 'if not exists' : ''} ${quoted(parts.at(-1) ?? '')}`);
    return done;
  },
  cases: [
    {
      sql: `create schema made1 authorization someone quota 50 gb; create schema if not exists made1; create table made1.t (a integer);
            insert into made1.t values (1); select a from made1.t`,
      note: 'The owner and the quota have no effect.',
      rows: [['1']],
    },
    { sql: 'create schema made2; create schema made2', error: 'ERROR: Schema "made2" already exists' },
    {
      form: 'DROP SCHEMA [IF EXISTS] s [CASCADE | RESTRICT]',
      sql: 'create schema made3; create table made3.t (a integer); drop schema made3 cascade; drop schema if exists made3; select * from made3.t',
      error: 'ERROR: schema "made3" does not exist',
    },
    {
      form: 'DROP SCHEMA [IF EXISTS] s [CASCADE | RESTRICT]',
      sql: 'create schema made4; create table made4.t (a integer); drop schema made4',
      error:
        'ERROR: cannot drop schema made4 because other objects depend on it\n  Hint: Use DROP ... CASCADE to drop the dependent objects too.',
    },
  ],
};

const people = ['user', 'group', 'role', 'identity', 'masking', 'rls', 'default'];

/** CREATE, ALTER and DROP of users, groups and roles, ALTER DEFAULT PRIVILEGES: accepted, without effect. */
export const accounts: Command = {
  name: 'CREATE, ALTER, DROP of USER, GROUP, ROLE; ALTER DEFAULT PRIVILEGES; GRANT, REVOKE',
  area: 'Administration',
  approximate: 'Accepted without effect: the database has one user, and IAM decides who may ask.',
  matches: (tokens) => begins(tokens, 'create|alter|drop') && is(tokens[1], ...people),
  run: async (_context, tokens) => {
    if (!tokens[2]) throw new RedshiftError('ERROR: syntax error at end of input');
    return done;
  },
  cases: [
    {
      sql: `create user u password disable; alter user u createdb; create group g with user u; create role r; grant role r to u;
            grant select on all tables in schema public to group g; revoke all on schema public from u;
            alter default privileges in schema public grant select on tables to u; drop role r; drop group g; drop user u; select 1`,
      rows: [['1']],
    },
  ],
};
