import type { DuckDBConnection } from '@duckdb/node-api';
import type { CopyOptions } from './copy-options.ts';
import type { LoadProblem } from './load-problem.ts';
import { readRecords } from './read-text.ts';

const kept = 100;

/** The table behind the two views of load errors, and what a connection remembers of its last COPY, in the database of the emulator's own objects. */
export const loadErrorObjects = [
  `table load_errors (userid integer, slice integer, tbl bigint, starttime timestamp, session integer, query bigint,
     filename varchar, line_number bigint, colname varchar, type varchar, col_length varchar, position integer,
     raw_line varchar, raw_field_value varchar, err_code integer, err_reason varchar, is_partial integer, start_offset bigint)`,
  "macro pg_last_copy_count() as coalesce(getvariable('redshift_copy_count'), 0)::bigint",
  "macro pg_last_copy_id() as coalesce(getvariable('redshift_copy_id'), -1)::integer",
  'view stl_load_errors as from redshift.main.load_errors',
  `view sys_load_error_detail as select userid as user_id, query as query_id, 0::bigint as transaction_id,
     session as session_id, 'dev' as database_name, tbl as table_id, starttime as start_time, filename as file_name,
     line_number, colname as column_name, type as column_type, col_length as column_length, position,
     err_code as error_code, err_reason as error_message from redshift.main.load_errors`,
];

const typeNames: Record<string, string> = {
  VARCHAR: 'varchar',
  SMALLINT: 'int2',
  INTEGER: 'int4',
  BIGINT: 'int8',
  DOUBLE: 'float8',
  FLOAT: 'float4',
  BOOLEAN: 'bool',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
  JSON: 'super',
  BLOB: 'varbyte',
};

/** Writes problems where stl_load_errors shows them, whatever becomes of the statement's transaction. */
export const recordLoadErrors = async (
  connection: DuckDBConnection,
  problems: readonly LoadProblem[],
  options: CopyOptions,
  query: bigint,
): Promise<void> => {
  for (const problem of problems.slice(0, kept)) {
    const { file, line, column, value = '', code, reason } = problem;
    const type = column
      ? (typeNames[column.type] ?? column.type.replace(/DECIMAL.*/, 'numeric').toLowerCase())
      : '';
    const record = problem.record ?? (await recordAt(problem, options));
    await connection.run(
      `insert into redshift.main.load_errors values
         (100, 0, 0, now()::timestamp, 0, $1::bigint, $2, $3::bigint, $4, $5, $9, 0, $6, $7, $8::integer, $10, 0, 0)`,
      [
        query,
        file.name,
        line,
        column?.name ?? '',
        type,
        record.slice(0, 1024),
        value.slice(0, 1024),
        code,
        String(column?.bytes ?? 0),
        reason,
      ],
    );
  }
};

/** The record of a problem, read again from its file. */
const recordAt = async ({ file, line }: LoadProblem, options: CopyOptions): Promise<string> => {
  for await (const records of readRecords(file.path, options)) {
    const found = records.find((record) => record.line === line);
    if (found) return found.text;
  }
  return '';
};
