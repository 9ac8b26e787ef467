import type { CatalogueView } from './base-views.ts';

const owner = "'awsuser'";

/** Postgres' catalogue as Redshift shows it. */
export const pgViews: CatalogueView[] = [
  [
    'pg_tables',
    `select schema_name as schemaname, table_name as tablename, ${owner} as tableowner, null::varchar as tablespace,
       false as hasindexes, false as hasrules, false as hastriggers from redshift_relations where relkind = 'r'`,
  ],
  [
    'pg_views',
    `select schema_name as schemaname, table_name as viewname, ${owner} as viewowner, query as definition
       from redshift_relations where relkind = 'v'`,
  ],
  [
    'pg_table_def',
    `select schema_name as schemaname, table_name as tablename, column_name as "column", type, encoding, distkey, sortkey,
       not is_nullable as "notnull" from redshift_columns
      where schema_name = 'pg_temp_1' or list_contains(current_schemas(false), schema_name)
      order by schema_name, table_name, ordinal_position`,
  ],
  [
    'pg_namespace',
    'select oid, schema_name as nspname, 100 as nspowner, null::varchar as nspacl from redshift_schemas',
  ],
  [
    'pg_class',
    `select r.oid, table_name as relname, s.oid as relnamespace, 0 as reltype, 100 as relowner, 0 as relam, r.oid as relfilenode,
       0 as reltablespace, 0 as relpages, rows::real as reltuples, false as relhasindex, relkind,
       (select count(*) from redshift_columns c where c.table_oid = r.oid)::smallint as relnatts, null::varchar as relacl,
       case when diststyle like 'KEY%' then 1 when diststyle = 'ALL' then 8 when diststyle = 'EVEN' then 0
            when relkind = 'r' then 10 end as reldiststyle
       from redshift_relations r left join redshift_schemas s using (schema_name)`,
  ],
  [
    'pg_attribute',
    `select table_oid as attrelid, column_name as attname, hash(data_type) % 100000 as atttypid, ordinal_position::smallint as attnum,
       coalesce(length + 4, -1) as atttypmod, not is_nullable as attnotnull, column_default is not null as atthasdef,
       false as attisdropped, distkey as attisdistkey, sortkey as attsortkeyord from redshift_columns`,
  ],
  [
    'pg_user',
    `select 'awsuser' as usename, 100 as usesysid, true as usecreatedb, true as usesuper, false as usecatupd,
       '********' as passwd, null::timestamp as valuntil, null::varchar as useconfig`,
  ],
  [
    'pg_user_info',
    "select 'awsuser' as usename, 100 as usesysid, true as usecreatedb, true as usesuper, 'UNLIMITED' as useconnlimit",
  ],
  ['pg_group', 'select null::varchar as groname, 0 as grosysid, null::varchar as grolist where false'],
  [
    'pg_database',
    `select 1 as oid, coalesce(getvariable('redshift_database'), 'dev') as datname, 100 as datdba, 6 as encoding, false as datistemplate,
       true as datallowconn`,
  ],
  ['pg_settings', 'select null::varchar as name, null::varchar as setting where false'],
  [
    'pg_description',
    'select 0 as objoid, 0 as classoid, 0 as objsubid, null::varchar as description where false',
  ],
];
