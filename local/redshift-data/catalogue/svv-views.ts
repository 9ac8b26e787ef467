import type { CatalogueView } from './base-views.ts';

const kind =
  "case when temporary then 'LOCAL TEMPORARY' when relkind = 'v' then 'VIEW' else 'BASE TABLE' end";
const shortKind = "case when relkind = 'v' then 'VIEW' else 'TABLE' end";
const nullable = "case when is_nullable then 'YES' else 'NO' end";
const none = (...names: string[]): string => names.map((name) => `null::varchar as ${name}`).join(', ');

/** `svv_` views: the catalogue for people. */
export const svvViews: CatalogueView[] = [
  [
    'svv_tables',
    `select database_name as table_catalog, schema_name as table_schema, table_name, ${kind} as table_type, null::varchar as remarks
       from redshift_relations`,
  ],
  [
    'svv_columns',
    `select database_name as table_catalog, schema_name as table_schema, table_name, column_name, ordinal_position, column_default,
       ${nullable} as is_nullable, data_type, length as character_maximum_length, numeric_precision,
       case when data_type = 'numeric' then 10 when numeric_precision is not null then 2 end as numeric_precision_radix, numeric_scale,
       case when data_type like 'time%' then 6 end as datetime_precision,
       ${none('interval_type', 'interval_precision', 'character_set_catalog', 'character_set_schema', 'character_set_name')},
       ${none('collation_catalog', 'collation_schema', 'collation_name', 'domain_name', 'remarks')} from redshift_columns`,
  ],
  [
    'svv_all_schemas',
    `select database_name, schema_name, 100 as schema_owner, 'local' as schema_type, ${none('schema_acl', 'source_database', 'schema_option')}
       from redshift_schemas`,
  ],
  ['svv_redshift_schemas', 'select * from svv_all_schemas'],
  [
    'svv_all_tables',
    `select database_name, schema_name, table_name, ${shortKind} as table_type, ${none('table_acl', 'remarks')} from redshift_relations`,
  ],
  ['svv_redshift_tables', 'select * from svv_all_tables'],
  [
    'svv_all_columns',
    `select database_name, schema_name, table_name, column_name, ordinal_position, column_default, ${nullable} as is_nullable, data_type,
       length as character_maximum_length, numeric_precision, numeric_scale, null::varchar as remarks from redshift_columns`,
  ],
  [
    'svv_redshift_columns',
    `select database_name, schema_name, table_name, column_name, ordinal_position, data_type, column_default, ${nullable} as is_nullable,
       encoding, distkey, sortkey, ${none('column_acl', 'remarks')} from redshift_columns`,
  ],
  [
    'svv_table_info',
    `select database_name as "database", schema_name as "schema", r.oid as table_id, r.table_name as "table",
       case when bool_or(c.encoding <> 'none') then 'Y' else 'N' end as encoded, any_value(diststyle) as diststyle,
       max(case when abs(sortkey) = 1 then column_name end) as sortkey1, max(length) as max_varchar,
       max(case when abs(sortkey) = 1 then encoding end) as sortkey1_enc, count_if(sortkey <> 0) as sortkey_num, 1::bigint as size,
       0::numeric(10,4) as pct_used, 0::numeric(5,2) as empty, 0::numeric(5,2) as unsorted, 0::numeric(5,2) as stats_off,
       any_value(rows)::numeric(38,0) as tbl_rows, 1::numeric(19,2) as skew_sortkey1, 1::numeric(19,2) as skew_rows,
       any_value(rows)::numeric(38,0) as estimated_visible_rows, null::varchar as risk_event, 0::numeric(12,4) as vacuum_sort_benefit,
       null::timestamp as create_time
       from redshift_relations r join redshift_columns c using (database_name, schema_name, table_name)
      where relkind = 'r' and not temporary and rows > 0 group by all`,
  ],
  [
    'svv_redshift_databases',
    "select database_name, 100 as database_owner, 'local' as database_type, null::varchar as database_acl, null::varchar as database_options from (select distinct database_name from redshift_schemas)",
  ],
  [
    'svv_mv_info',
    "select database_name, schema_name, 'awsuser' as user_name, table_name as name, 'f' as is_stale, 1 as state, 'f' as autorewrite, 'f' as autorefresh from redshift_relations where relkind = 'v' and comment->>'$.materialized' is not null",
  ],
  [
    'stv_mv_info',
    'select database_name as db_name, schema_name as schema, name, 0 as updated_upto_xid, is_stale, user_name as owner_user_name, state, autorewrite, autorefresh from svv_mv_info',
  ],
];
