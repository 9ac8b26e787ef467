import type { UnloadColumn } from './line-sql.ts';
import type { UnloadTarget } from './unload-target.ts';

const bases: [RegExp, string][] = [
  [/^(BIGINT|HUGEINT)/, 'bigint'],
  [/^(SMALLINT|TINYINT)/, 'smallint'],
  [/^INTEGER/, 'integer'],
  [/^DOUBLE/, 'double precision'],
  [/^FLOAT/, 'real'],
  [/^DECIMAL/, 'numeric'],
  [/^BOOLEAN/, 'boolean'],
  [/^DATE/, 'date'],
  [/^TIMESTAMP WITH/, 'timestamp with time zone'],
  [/^TIMESTAMP/, 'timestamp without time zone'],
  [/^JSON/, 'super'],
  [/^BLOB/, 'binary varying'],
];

const typeOf = ({ type }: UnloadColumn): object => {
  const [, base = 'character varying'] = bases.find(([pattern]) => pattern.test(type)) ?? [];
  const [, precision, scale] = /\((\d+),(\d+)\)/.exec(type) ?? [];
  return precision ? { base, precision: Number(precision), scale: Number(scale) } : { base };
};

/** The list of what an UNLOAD wrote, as COPY reads it; VERBOSE adds sizes and columns. */
export const manifestText = (
  columns: readonly UnloadColumn[],
  { written, command }: UnloadTarget,
): string => {
  const verbose = command.options.manifest === 'verbose';
  const sized = verbose || command.options.format === 'parquet';
  const entries = written.map(({ url, bytes, rows }) => ({
    url,
    ...(sized && { meta: { content_length: bytes, ...(verbose && { record_count: rows }) } }),
  }));
  if (!verbose) return JSON.stringify({ entries }, null, 2);
  const total = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0);
  return JSON.stringify(
    {
      entries,
      schema: { elements: columns.map((column) => ({ name: column.name, type: typeOf(column) })) },
      meta: {
        content_length: total(written.map(({ bytes }) => bytes)),
        record_count: total(written.map(({ rows }) => rows)),
      },
      author: { name: 'Amazon Redshift', version: '1.0.0' },
    },
    null,
    2,
  );
};
