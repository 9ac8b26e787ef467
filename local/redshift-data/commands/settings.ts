import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../sql/names.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';
import { type Command, type CommandContext, done, textRows } from './command.ts';
import { settingsCases } from './settings-cases.ts';

/** Redshift's parameters and what they are before anyone sets them. */
export const defaults: Record<string, string> = {
  analyze_threshold_percent: '10',
  application_name: '',
  cast_super_null_on_error: 'on',
  client_encoding: 'UTF8',
  datestyle: 'ISO, MDY',
  default_geometry_encoding: '1',
  describe_field_name_in_uppercase: 'off',
  downcase_delimited_identifier: 'on',
  enable_case_sensitive_identifier: 'off',
  enable_case_sensitive_super_attribute: 'off',
  enable_numeric_rounding: 'on',
  enable_result_cache_for_session: 'on',
  enable_vacuum_boost: 'off',
  error_on_nondeterministic_update: 'off',
  extra_float_digits: '0',
  json_serialization_enable: 'off',
  json_serialization_parse_nested_strings: 'off',
  max_concurrency_scaling_clusters: '1',
  max_cursor_result_set_size: 'default',
  mv_enable_aqmv_for_session: 'true',
  navigate_super_null_on_error: 'on',
  parse_super_null_on_error: 'off',
  query_group: 'default',
  search_path: '$user, public',
  server_version: '8.0.2',
  spectrum_query_maxerror: '-1',
  statement_timeout: '0',
  stored_proc_log_min_messages: 'info',
  timezone: 'UTC',
  use_fips_ssl: 'off',
  wlm_query_slot_count: '1',
};

/** Those that change what a statement answers, and the only values that are emulated. */
const fixed: Record<string, RegExp> = {
  datestyle: /^iso\b/i,
  downcase_delimited_identifier: /^(on|true)$/i,
  describe_field_name_in_uppercase: /^(off|false)$/i,
  enable_case_sensitive_identifier: /^(off|false)$/i,
  enable_case_sensitive_super_attribute: /^(off|false)$/i,
  error_on_nondeterministic_update: /^(off|false)$/i,
  json_serialization_enable: /^(off|false)$/i,
  navigate_super_null_on_error: /^(on|true)$/i,
  cast_super_null_on_error: /^(on|true)$/i,
  statement_timeout: /^0$/,
  timezone: /^(utc|gmt)$/i,
  server_version: /^$/,
};

const variable = (name: string): string => `redshift_${name}`;

export const unknownSetting = (name: string): RedshiftError =>
  new RedshiftError(`ERROR: unrecognized configuration parameter "${name}"`);

/** The value of a parameter in this connection. */
export const settingOf = async (connection: DuckDBConnection, name: string): Promise<string> => {
  const preset = defaults[name];
  if (preset === undefined) throw unknownSetting(name);
  const [row] = await textRows(connection, `select getvariable(${literal(variable(name))})`);
  return row?.[0] ?? preset;
};

/** Sets a parameter for this connection; undefined is its default. Throws RedshiftError. */
export const setSetting = async (
  { connection, user }: Pick<CommandContext, 'connection' | 'user'>,
  name: string,
  value: string | undefined,
): Promise<void> => {
  if (!Object.hasOwn(defaults, name)) throw unknownSetting(name);
  const allowed = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
  if (value !== undefined && allowed && !allowed.test(value) && value !== defaults[name])
    throw formNotEmulated(`SET ${name} TO ${value}`);
  if (name === 'search_path')
    await setSearchPath(connection, user, value ?? (defaults.search_path as string));
  const to = value === undefined ? 'null' : literal(value);
  await connection.run(`set variable ${variable(name)} = ${to}`);
};

/** Schemas that do not exist are passed over, as in Redshift, but at the time of SET. */
const setSearchPath = async (connection: DuckDBConnection, user: string, value: string): Promise<void> => {
  const rows = await textRows(
    connection,
    'select current_database(), schema_name from duckdb_schemas() where database_name = current_database()',
  );
  const wanted = value.split(',').map((part) =>
    part
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .toLowerCase(),
  );
  const existing = wanted
    .map((name) => (name === '$user' ? user.toLowerCase() : name))
    .filter((name) => rows.some(([, schema]) => schema === name));
  if (existing.length === 0) throw formNotEmulated(`a search_path without a schema that exists: ${value}`);
  const database = rows[0]?.[0] ?? '';
  const path = [...existing.map((name) => `"${database}"."${name}"`), 'redshift.main'].join(',');
  await connection.run(`set search_path = ${literal(path)}`);
};

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(
      ({ kind, text, space }, at) =>
        (at > 0 && space ? ' ' : '') + (kind === 'string' ? text.slice(1, -1) : text),
    )
    .join('');

/** SET [SESSION | LOCAL] name {TO | =} {value | DEFAULT}, SET TIME ZONE, RESET {name | ALL}. */
export const set: Command = {
  name: 'SET, RESET, SHOW of a parameter',
  area: 'Administration',
  matches: (tokens) => is(tokens[0], 'set', 'reset'),
  run: async (context, tokens) => {
    if (is(tokens[0], 'reset')) return reset(context, tokens[1]);
    const at = is(tokens[1], 'session', 'local') && !is(tokens[2], 'to', '=') ? 2 : 1;
    const [name, to] = [tokens[at], tokens[at + 1]];
    if (!name) throw syntaxErrorNear(tokens[0]?.text ?? '');
    if (is(name, 'authorization', 'seed', 'role')) throw formNotEmulated(`SET ${name.text.toUpperCase()}`);
    if (!is(to, 'to', '=')) throw syntaxErrorNear(to?.text ?? name.text);
    const value = textOf(tokens.slice(at + 2));
    const isDefault = is(tokens[at + 2], 'default');
    await setSetting(context, name.text.toLowerCase(), isDefault ? undefined : value);
    return done;
  },
  cases: settingsCases,
};

const reset = async (context: CommandContext, name: Token | undefined) => {
  if (!name) throw syntaxErrorNear('reset');
  const names = is(name, 'all') ? Object.keys(defaults) : [name.text.toLowerCase()];
  for (const one of names) await setSetting(context, one, undefined);
  return done;
};

/** `select set_config(name, value, is_local)` alone; elsewhere it is not a function. */
export const setConfig: Command = {
  name: 'set_config(name, value, is_local)',
  area: 'Administration',
  matches: (tokens) => is(tokens[0], 'select') && is(tokens[1], 'set_config') && is(tokens[2], '('),
  run: async (context, tokens) => {
    const [name, value] = [tokens[3], tokens[5]];
    if (name?.kind !== 'string' || value?.kind !== 'string' || tokens.length > 9)
      throw formNotEmulated('set_config beside other expressions');
    await setSetting(context, name.text.slice(1, -1).toLowerCase(), value.text.slice(1, -1));
    return context.answer(`select ${value.text} as set_config`);
  },
  cases: [
    {
      sql: "select set_config('query_group', 'reports', false); select current_setting('query_group')",
      rows: [['reports']],
    },
  ],
};
