import type { DuckDBValue } from '@duckdb/node-api';

/** One row of CSV (RFC 4180) with its line end. NULL is empty, the empty string is `""`. */
export const csvRow = (values: readonly DuckDBValue[]): string => `${values.map(csvField).join(',')}\r\n`;

const csvField = (value: DuckDBValue): string => {
  if (value === null) return '';
  const text = String(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
