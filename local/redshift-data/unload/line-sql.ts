import { literal } from '../sql/names.ts';
import type { UnloadOptions } from './unload-options.ts';

/** A column of the query, as `name` in the files and `ref` in SQL. */
export interface UnloadColumn {
  name: string;
  ref: string;
  /** The engine's type. */
  type: string;
}

const numeric =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|FLOAT|DOUBLE|DECIMAL.*)$/;

/** SQL of a value as Redshift writes it in text. */
export const textOfValue = ({ ref, type }: UnloadColumn): string => {
  if (type === 'BOOLEAN') return `case ${ref} when true then 't' when false then 'f' end`;
  if (type === 'DOUBLE' || type === 'FLOAT') return `regexp_replace(${ref}::varchar, '\\.0$', '')`;
  if (type === 'BLOB') return `lower(hex(${ref}))`;
  return `${ref}::varchar`;
};

/** SQL of one line of a file, without its end. */
export const lineSql = (columns: readonly UnloadColumn[], options: UnloadOptions): string => {
  if (options.format === 'json') return jsonLine(columns);
  const fields = columns.map((column) => field(column, options));
  return fields.join(` || ${literal(delimiterOf(options))} || `) || "''";
};

/** The line of names that HEADER asks for. */
export const headerLine = (columns: readonly UnloadColumn[], options: UnloadOptions): string =>
  columns
    .map(({ name }) => {
      if (options.addQuotes) return `"${name}"`;
      return options.format === 'csv' && /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
    })
    .join(delimiterOf(options));

const delimiterOf = ({ delimiter, format }: UnloadOptions): string =>
  delimiter ?? (format === 'csv' ? ',' : '|');

const field = (column: UnloadColumn, options: UnloadOptions): string => {
  const text = textOfValue(column);
  const nulled = literal(options.nullText ?? '');
  if (options.format === 'csv') return `coalesce(${quotedIfNeeded(text, delimiterOf(options))}, ${nulled})`;
  const escaped = options.escape ? escapedText(text, delimiterOf(options), options.addQuotes) : text;
  const written = options.addQuotes ? `'"' || ${escaped} || '"'` : escaped;
  return `coalesce(${written}, ${nulled})`;
};

const quotedIfNeeded = (text: string, delimiter: string): string => {
  const special = [delimiter, '"', '\n', '\r'].map((one) => `contains(${text}, ${characters(one)})`);
  return `case when ${special.join(' or ')} then '"' || replace(${text}, '"', '""') || '"' else ${text} end`;
};

const escapedText = (text: string, delimiter: string, quotes?: boolean): string =>
  ['\\', delimiter, '\n', '\r', ...(quotes ? ['"', "'"] : [])].reduce(
    (sql, one) => `replace(${sql}, ${characters(one)}, ${characters(`\\${one}`)})`,
    text,
  );

const characters = (text: string): string =>
  [...text]
    .map((one) => (one === '\n' || one === '\r' ? `chr(${one.charCodeAt(0)})` : literal(one)))
    .join(' || ');

/** Numbers as digits, so that none loses any; SUPER as it is; all else as a JSON string. */
const jsonLine = (columns: readonly UnloadColumn[]): string => {
  const members = columns.map((column) => {
    const value = jsonValue(column);
    return `${literal(`${JSON.stringify(column.name)}:`)} || coalesce(${value}, 'null')`;
  });
  return `'{' || ${members.join(" || ',' || ")} || '}'`;
};

const jsonValue = (column: UnloadColumn): string => {
  const { type, ref } = column;
  if (type === 'JSON' || type === 'BOOLEAN' || numeric.test(type))
    return type === 'BOOLEAN' ? `${ref}::varchar` : textOfValue(column);
  return `to_json(${textOfValue(column)})::varchar`;
};
