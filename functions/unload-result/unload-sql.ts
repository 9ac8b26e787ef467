import type { ColumnMetadata } from '@aws-sdk/client-redshift-data';
import type { DownloadRequest } from '@readout/runtime/contracts.ts';
import { kindOf } from '@readout/runtime/result/column-kind.ts';
import { FORMULA_STARTS, spreadsheetSafe } from '@readout/runtime/result/spreadsheet-safe.ts';
import { uniqueNames } from '@readout/runtime/result/unique-names.ts';

export interface UnloadPlan extends DownloadRequest {
  /** The statement whose rows are written, with its parameters as placeholders. */
  sql: string;
  columns: ColumnMetadata[];
  /** The most rows that may be read. */
  maxRows?: number;
  /** `s3://bucket/prefix/` */
  target: string;
  /** The role that Redshift writes with; its default one when left out. */
  roleArn?: string;
}

/**
 * The two statements of a batch that writes the rows of a bound statement to S3. UNLOAD's query is a text, in which nothing
 * binds, so the rows go through a table of the batch's own; its columns are called c1, c2, …. No value becomes SQL: what is
 * put together here is the report's own statement, the names of its columns, and the names of this stack's own things.
 */
export const unloadSql = (plan: UnloadPlan): [string, string] => {
  const { sql, columns, maxRows, target, roleArn } = plan;
  const own = columns.map((_, at) => `c${at + 1}`).join(', ');
  const most = maxRows === undefined ? '' : ` limit ${maxRows}`;
  const role = roleArn === undefined ? 'default' : literal(roleArn);
  return [
    // A line of its own, because the statement may end in a comment.
    `create temp table readout_download as select * from (\n${sql}\n) as result (${own})${most}`,
    `unload (${literal(`select ${selected(plan)} from readout_download`)}) to ${literal(target)} iam_role ${role} ${options(plan)}`,
  ];
};

/** One file below 6.2 GB, and a manifest that says how many rows are in it. */
const options = ({ format }: UnloadPlan): string =>
  `${format === 'csv' ? "format csv header extension 'csv'" : 'format parquet'} parallel off manifest verbose allowoverwrite`;

const selected = ({ columns, format, raw }: UnloadPlan): string => {
  const names = uniqueNames(columns.map(({ name = '' }) => name || '?column?'));
  const isSafe = format === 'csv' && !raw;
  return columns
    .map(({ typeName = '' }, at) => {
      const name = names[at] as string;
      return `${value(`c${at + 1}`, typeName, { format, isSafe })} as ${identifier(isSafe ? spreadsheetSafe(name) : name)}`;
    })
    .join(', ');
};

/** As the small files have it: UNLOAD's own word for true is t. */
const value = (
  column: string,
  type: string,
  { format, isSafe }: { format: string; isSafe: boolean },
): string => {
  const kind = kindOf(type);
  if (format === 'csv' && kind === 'boolean')
    return `case ${column} when true then 'true' when false then 'false' end`;
  if (isSafe && kind === 'text' && type !== 'super')
    return `case when left(${column}, 1) in (${STARTS}) then '''' || ${column} else ${column} end`;
  return column;
};

const STARTS = FORMULA_STARTS.map((start) =>
  start < ' ' ? `chr(${start.charCodeAt(0)})` : `'${start}'`,
).join(', ');

/** In a string of Redshift's a backslash escapes. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
