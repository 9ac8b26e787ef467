import type { Case } from '../rule.ts';

const orders = (schema: string) => `create schema ${schema}; create table ${schema}.orders
  (id bigint identity(1,1) distkey, note varchar(10) encode zstd, total decimal(8,2) not null default 0, at timestamp sortkey, primary key (id));`;

export const catalogueCases: Case[] = [
  {
    form: 'pg_tables, pg_views',
    sql: `${orders('cat1')} create view cat1.big as select id from cat1.orders;
          select tablename as name from pg_tables where schemaname = 'cat1' union all select viewname from pg_catalog.pg_views where schemaname = 'cat1'`,
    rows: [['orders'], ['big']],
  },
  {
    form: 'pg_table_def: tables of the search_path',
    sql: `${orders('cat2')} set search_path to cat2; select "column", type, encoding, distkey, sortkey, "notnull" from pg_table_def where tablename = 'orders'`,
    rows: [
      ['id', 'bigint', 'az64', 'true', '0', 'true'],
      ['note', 'character varying(10)', 'zstd', 'false', '0', 'false'],
      ['total', 'numeric(8,2)', 'az64', 'false', '0', 'true'],
      ['at', 'timestamp without time zone', 'none', 'false', '1', 'false'],
    ],
  },
  {
    form: 'pg_table_def: tables of the search_path',
    sql: `${orders('cat3')} select * from pg_table_def where schemaname = 'cat3'`,
    rows: [],
  },
  {
    form: 'svv_columns, svv_tables, information_schema.columns, information_schema.tables',
    sql: `${orders('cat4')} select column_name, data_type, is_nullable, character_maximum_length, numeric_precision, numeric_scale
          from svv_columns where table_schema = 'cat4' order by ordinal_position`,
    rows: [
      ['id', 'bigint', 'NO', null, '64', '0'],
      ['note', 'character varying', 'YES', '10', null, null],
      ['total', 'numeric', 'NO', null, '8', '2'],
      ['at', 'timestamp without time zone', 'YES', null, null, null],
    ],
  },
  {
    form: 'svv_columns, svv_tables, information_schema.columns, information_schema.tables',
    sql: `${orders('cat5')} select tables.table_catalog, tables.table_type, count(*) from information_schema.tables
          join information_schema.columns using (table_schema, table_name) where table_schema = 'cat5' group by 1, 2`,
    rows: [['dev', 'BASE TABLE', '4']],
  },
  {
    form: 'svv_columns, svv_tables, information_schema.columns, information_schema.tables',
    sql: `${orders('cat10')} select column_default like '"identity"(%, 0, ''1,1''::text)' as counts from information_schema.columns
          where table_schema = 'cat10' and column_name = 'id'`,
    rows: [['true']],
  },
  {
    form: 'information_schema.table_constraints, key_column_usage, schemata, views',
    sql: `${orders('cat6')} select c.constraint_name, c.constraint_type, k.column_name from information_schema.table_constraints c
          join information_schema.key_column_usage k using (constraint_schema, constraint_name) where c.table_schema = 'cat6'`,
    rows: [['orders_pkey', 'PRIMARY KEY', 'id']],
  },
  {
    form: 'svv_table_info',
    note: 'Sizes and shares are constants.',
    sql: `${orders('cat7')} insert into cat7.orders (total) values (1), (2); commit;
          select "table", diststyle, sortkey1, tbl_rows from svv_table_info where "schema" = 'cat7'`,
    rows: [['orders', 'KEY(id)', 'at', '2']],
  },
  {
    form: 'pg_class, pg_namespace, pg_attribute, pg_user, pg_database',
    note: 'Columns that speak of storage are constants.',
    sql: `${orders('cat8')} select n.nspname, c.relname, c.relkind, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid where n.nspname = 'cat8' and a.attnum = 1`,
    rows: [['cat8', 'orders', 'r', 'id']],
  },
  {
    form: 'svv_all_schemas, svv_all_tables, svv_all_columns, svv_redshift_tables …',
    sql: `${orders('cat9')} select database_name, table_name, table_type from svv_all_tables where schema_name = 'cat9'`,
    rows: [['dev', 'orders', 'TABLE']],
  },
  {
    form: 'stl_query, svl_qlog, stv_recents, sys_query_history and the other logs',
    note: 'Present with their columns, and empty.',
    sql: 'select query, querytxt from stl_query union all select query_id, query_text from sys_query_history union all select query, substring from svl_qlog',
    rows: [],
  },
];
