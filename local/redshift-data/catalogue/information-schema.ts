import type { CatalogueView } from './base-views.ts';

/** `information_schema`; the views read those of `redshift.main`. */
export const informationSchema: CatalogueView[] = [
  [
    'tables',
    `select table_catalog, table_schema, table_name, table_type, null::varchar as self_referencing_column_name,
       null::varchar as reference_generation, null::varchar as user_defined_type_catalog, null::varchar as user_defined_type_schema,
       null::varchar as user_defined_name from redshift.main.svv_tables`,
  ],
  ['columns', 'select * exclude (remarks) from redshift.main.svv_columns'],
  [
    'schemata',
    `select database_name as catalog_name, schema_name, 'awsuser' as schema_owner, null::varchar as default_character_set_catalog,
       null::varchar as default_character_set_schema, null::varchar as default_character_set_name, null::varchar as sql_path
       from redshift.main.redshift_schemas`,
  ],
  [
    'views',
    `select database_name as table_catalog, schema_name as table_schema, table_name, query as view_definition, 'NONE' as check_option,
       'NO' as is_updatable, 'NO' as is_insertable_into from redshift.main.redshift_relations where relkind = 'v'`,
  ],
  [
    'table_constraints',
    `select database_name as constraint_catalog, schema_name as constraint_schema, one->>'$.name' as constraint_name,
       database_name as table_catalog, schema_name as table_schema, table_name,
       case one->>'$.type' when 'p' then 'PRIMARY KEY' when 'u' then 'UNIQUE' else 'FOREIGN KEY' end as constraint_type,
       'NO' as is_deferrable, 'NO' as initially_deferred
       from (select *, unnest(from_json(comment->'$.constraints', '["JSON"]')) as one from redshift.main.redshift_relations)`,
  ],
  [
    'key_column_usage',
    `select constraint_catalog, constraint_schema, constraint_name, constraint_catalog as table_catalog, constraint_schema as table_schema,
       table_name, column_name, row_number() over (partition by constraint_schema, constraint_name)::integer as ordinal_position
       from (select database_name as constraint_catalog, schema_name as constraint_schema, one->>'$.name' as constraint_name, table_name,
              unnest(from_json(one->'$.columns', '["VARCHAR"]')) as column_name
              from (select *, unnest(from_json(comment->'$.constraints', '["JSON"]')) as one from redshift.main.redshift_relations))`,
  ],
];
