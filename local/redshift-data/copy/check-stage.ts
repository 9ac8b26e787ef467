import type { DuckDBConnection } from '@duckdb/node-api';
import type { Conversion } from './convert-field.ts';
import type { LoadProblem } from './load-problem.ts';
import type { SourceFile } from './source-files.ts';
import { stage } from './stage-text.ts';
import type { TargetColumn } from './target-columns.ts';

/** What is wrong with each column, by its place: a text that is no value, or nothing where something has to be. */
const faults = (columns: readonly TargetColumn[], conversions: readonly Conversion[]): string[] =>
  columns.map(({ required }, index) => {
    const { value, meant, code } = conversions[index] as Conversion;
    const invalid = code === 0 || value === meant ? 'false' : `(${meant} is not null and ${value} is null)`;
    return required ? `(${invalid} or ${value} is null)` : invalid;
  });

/** SQL that is true for staged rows that fit. */
export const soundRows = (columns: readonly TargetColumn[], conversions: readonly Conversion[]): string =>
  faults(columns, conversions)
    .map((fault) => `not ${fault}`)
    .join(' and ');

/** The staged rows that do not fit their columns, each with the first column that fails; at most `limit`. */
export const problemsOfStage = async (
  connection: DuckDBConnection,
  files: readonly SourceFile[],
  columns: readonly TargetColumn[],
  conversions: readonly Conversion[],
  limit: number,
): Promise<LoadProblem[]> => {
  const wrong = faults(columns, conversions);
  const first = wrong.map((fault, index) => `when ${fault} then ${index}`).join(' ');
  const texts = `[${columns.map((_, index) => `c${index}`).join(', ')}]`;
  const answer = await connection.runAndReadAll(
    `select file, line, bad, ${texts}[bad + 1] from (select *, case ${first} end as bad from ${stage})
     where bad is not null order by file, line ${Number.isFinite(limit) ? `limit ${limit}` : ''}`,
  );
  return answer.getRows().map(([file, line, bad, text]) => {
    const column = columns[Number(bad)] as TargetColumn;
    const { code, reason } = conversions[Number(bad)] as Conversion;
    const value = text === null ? '' : String(text);
    const missing = value.trim() === '' && column.required;
    return {
      file: files[Number(file)] as SourceFile,
      line: Number(line),
      column,
      value,
      code: missing ? 1213 : code,
      reason: missing ? 'Missing data for not-null field' : reason(value.trim()),
    };
  });
};
