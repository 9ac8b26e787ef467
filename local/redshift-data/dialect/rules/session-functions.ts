import { defaults, unknownSetting } from '../../commands/settings.ts';
import { made, rewriteCalls } from '../../sql/calls.ts';
import { literal } from '../../sql/names.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

/** `current_setting('name'[, missing_ok])` as the connection's variable, or what the parameter is before it is set. */
const currentSetting = ([argument = [], missing = []]: Token[][]): Token[] => {
  const [name] = argument;
  if (name?.kind !== 'string') throw formNotEmulated('current_setting of a name that is not a literal');
  const setting = name.text.slice(1, -1).toLowerCase();
  const preset = Object.hasOwn(defaults, setting) ? defaults[setting] : undefined;
  if (preset !== undefined)
    return made(`coalesce(getvariable(${literal(`redshift_${setting}`)}), ${literal(preset)})`);
  if (is(missing[0], 'true')) return made('null::varchar');
  throw unknownSetting(setting);
};

export const sessionFunctions: Rule = {
  name: 'current_database(), current_user, version() and what else is of the session',
  area: 'Catalogue',
  macros: [
    `version() as 'PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2 20041017 (Red Hat 3.4.2-6.fc3), Redshift 1.0.0'`,
    'pg_backend_pid() as 1073741824',
    'pg_last_query_id() as -1::bigint',
    'pg_last_unload_count() as 0::bigint',
    'pg_last_unload_id() as -1::bigint',
    'slice_num() as 0',
    "current_namespace() as '00000000-0000-0000-0000-000000000000'",
    'has_schema_privilege(s, p) as true, (u, s, p) as true',
    'has_table_privilege(t, p) as true, (u, t, p) as true',
    'has_database_privilege(d, p) as true, (u, d, p) as true',
    "pg_get_userbyid(id) as 'awsuser'",
    'user_is_member_of(a, b) as false',
    'session_context(k) as null::varchar',
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { current_setting: currentSetting }),
  cases: [
    {
      form: 'current_database(), current_user, session_user, user, current_schema()',
      sql: 'select current_database(), current_user, current_schema(), user = session_user as same',
      columns: ['current_database', 'current_user', 'current_schema', 'same'],
      rows: [['dev', 'awsuser', 'public', 'true']],
    },
    {
      form: 'version()',
      note: 'The version is 1.0.0.',
      sql: "select version() like 'PostgreSQL 8.0.2 %Redshift%' as a",
      rows: [['true']],
    },
    {
      form: 'pg_backend_pid(), pg_last_query_id(), slice_num(), has_table_privilege(…) and their like',
      note: 'Constants: there is one user, who may do everything.',
      sql: "select pg_last_query_id() as a, has_table_privilege('t', 'select') as b",
      rows: [['-1', 'true']],
    },
    {
      form: 'database.schema.table',
      sql: 'create table three_parts (a integer); insert into dev.public.three_parts values (1); select a from dev.public.three_parts',
      rows: [['1']],
    },
  ],
};
