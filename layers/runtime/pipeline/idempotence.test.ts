import { tokenize } from '../report/tokens.ts';
import { repetitionsIn } from './idempotence.ts';

const found = (text: string): string[] => repetitionsIn(tokenize(text)).map(({ message }) => message);

it.each([
  ['rows that are removed before', 'delete from t where d = 1; insert into t select 1'],
  ['in another case and with a schema', 'DELETE FROM Public.T; insert into "t" select 1'],
  ['MERGE', 'merge into t using s on t.a = s.a when matched then delete'],
  ['a temporary table', "create temp table s (a int); copy s from 's3://b' csv; insert into s values (1)"],
  ['a local one', 'create local temporary table s (a int); insert into s values (1)'],
  [
    'an insert that asks its own table',
    'insert into t select a from s left join t on t.a = s.a where t.a is null',
  ],
  ['a table that may be there', 'create table if not exists t (a int)'],
  ['a table made anew', 'drop table if exists t; create table t as select 1; insert into t values (2)'],
  ['a view that is replaced', 'create or replace view v as select 1'],
  ['an overwriting UNLOAD', "unload ('select 1') to 's3://b' parquet cleanpath"],
  ['an update to what is known', 'update t set a = s.a from s where t.b = s.b'],
  ['grants and questions', 'grant select on t to public; select 1; analyze t'],
  ['what is excused', '-- idempotent: the key is unique\ninsert into t values (1)'],
])('lets through %s', (_what, text) => {
  expect(found(text)).toEqual([]);
});

it.each([
  ['a plain INSERT', 'insert into t select 1', 'INSERT adds to t'],
  ['a delete of another table', 'delete from s; insert into t select 1', 'INSERT adds to t'],
  ['a delete that comes later', 'insert into t select 1; delete from t', 'INSERT adds to t'],
  ['a plain COPY', "copy sales.t from 's3://b' csv", 'COPY adds to sales.t'],
  ['CREATE TABLE', 'create table t (a int)', 'needs IF NOT EXISTS'],
  ['CREATE VIEW', 'create view v as select 1', 'needs OR REPLACE'],
  ['CREATE SCHEMA', 'create schema s', 'needs IF NOT EXISTS'],
  ['DROP', 'drop view v', 'needs IF EXISTS'],
  ['TRUNCATE', 'truncate t; insert into t select 1', 'TRUNCATE commits at once'],
  ['ALTER', 'alter table t add column b int', 'ALTER may fail'],
  ['UNLOAD', "unload ('select 1') to 's3://b' parquet", 'CLEANPATH'],
  ['a column from itself', 'update t set a = 1, n = n + 1 where b = 2', 'computes a column from itself'],
])('finds %s', (_what, text, message) => {
  expect(found(text)).toEqual([expect.stringContaining(message)]);
});
