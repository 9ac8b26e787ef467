import type { Case } from '../dialect/rule.ts';

const start = "create temp table t (a integer, b varchar(3)); insert into t values (1, 'x');";

export const alterTableCases: Case[] = [
  {
    form: 'ADD [COLUMN] name type [DEFAULT …] [NOT NULL] [ENCODE …]',
    sql: `${start} alter table t add column c integer default 7 not null encode az64; alter table t add d varchar(2);
          select a, b, c, d from t`,
    rows: [['1', 'x', '7', null]],
  },
  {
    form: 'ADD [COLUMN] name type [DEFAULT …] [NOT NULL] [ENCODE …]',
    sql: `${start} alter table t add d varchar(2); insert into t values (1, 'x', 'yyy')`,
    error: 'ERROR: value too long for type character varying(2)',
  },
  {
    form: 'ADD [COLUMN] name type [DEFAULT …] [NOT NULL] [ENCODE …]',
    sql: `${start} alter table t add c integer not null`,
    error: 'ERROR: ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression',
  },
  {
    form: 'DROP [COLUMN] name [CASCADE]',
    sql: `${start} alter table t drop column b cascade; select * from t`,
    columns: ['a'],
    rows: [['1']],
  },
  {
    form: 'RENAME [COLUMN] a TO b, RENAME TO',
    sql: `${start} alter table t rename column a to z; alter table t rename to u; select z, b from u`,
    rows: [['1', 'x']],
  },
  {
    form: 'RENAME [COLUMN] a TO b, RENAME TO',
    sql: `${start} alter table t rename column nope to z`,
    error: 'ERROR: column "nope" of relation "t" does not exist',
  },
  {
    form: 'ALTER COLUMN name TYPE varchar(n)',
    sql: `${start} alter table t alter column b type varchar(5); insert into t values (2, 'abcde'); select b from t order by a`,
    rows: [['x'], ['abcde']],
  },
  {
    form: 'ALTER COLUMN name TYPE varchar(n)',
    sql: `${start} alter table t alter column a type varchar(5)`,
    error: 'ERROR: target data type "varchar(5)" is not supported for the existing column "a"',
  },
  {
    form: 'ALTER DISTKEY, SORTKEY, DISTSTYLE, ENCODE; OWNER TO; ADD and DROP of constraints',
    note: 'Kept for the catalogue, or accepted without effect.',
    sql: `${start} alter table t alter distkey a; alter table t alter compound sortkey (a, b); alter table t alter diststyle all;
          alter table t alter sortkey auto; alter table t alter column a encode zstd; alter table t owner to someone;
          alter table t add constraint k primary key (a); alter table t drop constraint k; select a from t`,
    rows: [['1']],
  },
  {
    form: 'a table that does not exist',
    sql: 'alter table nowhere add a integer',
    error: 'ERROR: relation "nowhere" does not exist',
  },
];
