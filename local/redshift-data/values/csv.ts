import type { ColumnType } from './types.ts';

/** SQL of one row of the columns `c0`, `c1`, … as CSV (RFC 4180) with its line end. NULL is empty, the empty string is `""`. */
export const csvRowSql = (types: readonly ColumnType[]): string => {
  const fields = types.map(({ read }, index) => fieldSql(`${read(`c${index}`)}::varchar`));
  return `${fields.join(` || ',' || `)} || chr(13) || chr(10)`;
};

const fieldSql = (text: string): string =>
  `case when ${text} = '' or regexp_matches(${text}, '[",\\r\\n]') ` +
  `then '"' || replace(${text}, '"', '""') || '"' else coalesce(${text}, '') end`;

/** The first line: the names of the columns. */
export const csvHeader = (names: readonly string[]): string => `${names.map(csvName).join(',')}\r\n`;

const csvName = (name: string): string =>
  name === '' || /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
