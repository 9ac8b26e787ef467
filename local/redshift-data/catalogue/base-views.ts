import { literal } from '../sql/names.ts';

/** A view of the catalogue: `name as query`. */
export type CatalogueView = [name: string, query: string];

const longNames: Record<string, string> = {
  SMALLINT: 'smallint',
  TINYINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  HUGEINT: 'bigint',
  FLOAT: 'real',
  DOUBLE: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp without time zone',
  'TIMESTAMP WITH TIME ZONE': 'timestamp with time zone',
  TIME: 'time without time zone',
  'TIME WITH TIME ZONE': 'time with time zone',
  JSON: 'super',
  BLOB: 'binary varying(64000)',
  INTERVAL: 'interval day to second',
};
const longName = Object.entries(longNames)
  .map(([engine, name]) => `when ${literal(engine)} then ${literal(name)}`)
  .join(' ');

/** Redshift's type of a column: what its definition said, or what the engine's type stands for. */
const type = `coalesce(comment->>'$.type', case when data_type like 'DECIMAL%' then 'numeric' || data_type[8:]
  else case data_type ${longName} else 'character varying(65535)' end end)`;

/** Encodings that Redshift takes when none is given. */
const encoding = `coalesce(comment->>'$.encode', case
  when comment->>'$.sortkey' is not null or data_type in ('BOOLEAN', 'FLOAT', 'DOUBLE') then 'none'
  when data_type in ('VARCHAR', 'BLOB') then 'lzo' when data_type = 'JSON' then 'zstd' else 'az64' end)`;

/** A column that counts shows its seed and step, not the engine's sequence. */
const columnDefault = `case when comment->>'$.identity' is null then column_default
  else '"identity"(' || table_oid || ', ' || (column_index - 1) || ', ''' || (comment->>'$.identity') || '''::text)' end`;

const database = "coalesce(getvariable('redshift_database'), 'dev')";
const schema = "case when temporary then 'pg_temp_1' else schema_name end";

/** What the other views are made of: relations and columns of the user's database and of the session. */
export const baseViews = (main: string): CatalogueView[] => {
  const own = `not internal and (temporary or (database_name = ${literal(main)} and schema_name <> 'main'))`;
  return [
    [
      'redshift_relations',
      `select ${database} as database_name, ${schema} as schema_name, table_name, table_oid as oid, temporary,
         case when comment->>'$.materialized' is null then 'r' else 'v' end as relkind,
         coalesce(comment->>'$.diststyle', 'AUTO(ALL)') as diststyle, comment, estimated_size as rows,
         comment->>'$.materialized' as query
         from duckdb_tables() where ${own}
       union all
       select ${database}, ${schema}, view_name, view_oid, temporary, 'v', null, comment, 0,
         sql[position(' AS ' in sql) + 4:] from duckdb_views() where ${own}`,
    ],
    [
      'redshift_columns',
      `select ${database} as database_name, case when database_name = 'temp' then 'pg_temp_1' else schema_name end as schema_name,
         table_name, table_oid, column_name, column_index as ordinal_position, ${columnDefault} as column_default, is_nullable,
         ${type} as type, regexp_replace(${type}, '\\(.*', '') as data_type, ${encoding} as encoding,
         coalesce((comment->>'$.distkey') = 'true', false) as distkey, coalesce((comment->>'$.sortkey')::integer, 0) as sortkey,
         case when ${type} like 'character%' then regexp_extract(${type}, '\\((\\d+)', 1)::integer end as length,
         case when ${type} like 'numeric%' then numeric_precision when data_type like '%INT%' then numeric_precision
              when data_type = 'FLOAT' then 24 when data_type = 'DOUBLE' then 53 end as numeric_precision,
         case when data_type like '%INT%' or data_type like 'DECIMAL%' then numeric_scale end as numeric_scale
         from duckdb_columns() where not internal and (database_name = 'temp' or (database_name = ${literal(main)} and schema_name <> 'main'))`,
    ],
    [
      'redshift_schemas',
      `select ${database} as database_name, schema_name, oid from duckdb_schemas()
        where database_name = ${literal(main)} and schema_name not in ('main')
       union all select ${database}, 'information_schema', 2 union all select ${database}, 'pg_catalog', 11`,
    ],
  ];
};
