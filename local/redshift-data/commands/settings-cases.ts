import type { Case } from '../dialect/rule.ts';

export const settingsCases: Case[] = [
  {
    form: 'SET name TO value, RESET, SHOW, current_setting',
    sql: "set query_group to 'reports'; show query_group",
    columns: ['query_group'],
    rows: [['reports']],
  },
  {
    form: 'SET name TO value, RESET, SHOW, current_setting',
    sql: "set session wlm_query_slot_count = 3; reset wlm_query_slot_count; select current_setting('wlm_query_slot_count')",
    rows: [['1']],
  },
  {
    form: 'SET name TO value, RESET, SHOW, current_setting',
    sql: 'set nonsense to 1',
    error: 'ERROR: unrecognized configuration parameter "nonsense"',
  },
  {
    form: 'SET search_path TO a, b',
    note: 'Schemas that are created later are not seen until it is set again.',
    sql: `create schema path_a; create table path_a.found (x integer); insert into path_a.found values (1);
          set search_path to '$user', path_a, nowhere, public; select x from found`,
    rows: [['1']],
  },
  {
    form: 'SET search_path TO a, b',
    sql: 'show search_path',
    note: 'Schemas that are created later are not seen until it is set again.',
    rows: [['$user, public']],
  },
  {
    form: 'SET of what would change answers: enable_case_sensitive_identifier, timezone, datestyle, statement_timeout …',
    sql: 'set enable_case_sensitive_identifier to true',
    error: 'ERROR: not emulated: SET enable_case_sensitive_identifier TO true',
  },
  {
    form: 'SET of what would change answers: enable_case_sensitive_identifier, timezone, datestyle, statement_timeout …',
    sql: "set timezone to 'America/New_York'",
    error: 'ERROR: not emulated: SET timezone TO America/New_York',
  },
];
