import type { Area, Forms } from './rule.ts';

const refused = (area: Area, form: string, sql: string, refusal: string, note: string): Forms => ({
  name: form,
  area,
  cases: [{ form, sql, error: `ERROR: not emulated: ${refusal}`, note }],
});

const elsewhere = 'Needs another service or cluster.';

/** Forms that are known and absent by design. */
export const absent: readonly Forms[] = [
  refused(
    'Definitions',
    'CREATE EXTERNAL TABLE, CREATE EXTERNAL SCHEMA',
    "create external schema s from data catalog database 'd' iam_role default",
    'CREATE EXTERNAL',
    elsewhere,
  ),
  refused('Definitions', 'CREATE MODEL', 'create model m from t target y', 'CREATE MODEL', elsewhere),
  refused('Definitions', 'CREATE DATASHARE', 'create datashare d', 'CREATE DATASHARE', elsewhere),
  refused(
    'Definitions',
    'CREATE LIBRARY',
    'create library l language plpythonu',
    'CREATE LIBRARY',
    elsewhere,
  ),
  refused('Definitions', 'CREATE DATABASE', 'create database other', 'CREATE DATABASE', 'There is one.'),
  refused('Administration', 'USE', 'use other', 'USE', 'There is one database.'),
  refused('Administration', 'CANCEL', 'cancel 1', 'CANCEL', 'CancelStatement of the Data API does it.'),
];
