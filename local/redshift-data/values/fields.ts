import type { DuckDBValue } from '@duckdb/node-api';
import type { ColumnType } from './types.ts';

const isNull = '{"isNull":true}';

const writers: Record<ColumnType['member'], (value: DuckDBValue) => string> = {
  longValue: (digits) => `{"longValue":${digits}}`,
  // awsJson spells what JSON has no number for as a string: "NaN", "Infinity", "-Infinity".
  doubleValue: (value) => `{"doubleValue":${Number.isFinite(value) ? value : `"${value}"`}}`,
  booleanValue: (value) => `{"booleanValue":${value}}`,
  stringValue: (value) => `{"stringValue":${JSON.stringify(value)}}`,
};

/** JSON of one row as a list of `Field`; `values` are as `ColumnType.read` reads them. */
export const rowJson = (values: readonly DuckDBValue[], types: readonly ColumnType[]): string => {
  const fields = values.map((value, index) =>
    value === null ? isNull : writers[(types[index] as ColumnType).member](value),
  );
  return `[${fields.join(',')}]`;
};
