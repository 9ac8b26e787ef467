import { setImmediate } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBValue, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { CopyOptions } from './copy-options.ts';
import type { LoadProblem } from './load-problem.ts';
import { type RawRecord, readRecords } from './read-text.ts';
import type { SourceFile } from './source-files.ts';
import { type Field, RecordProblem, type Splitter, splitter } from './split-record.ts';
import type { TargetColumn } from './target-columns.ts';

export const stage = 'redshift_copy_stage';
const chunkRows = 2048;

/**
 * Reads text files into a temporary table of texts: `file` (index), `line`, `c0`, `c1`, … Records that cannot be cut
 * into the columns are returned; reading ends when there are as many as fail the load.
 */
export const stageText = async (
  connection: DuckDBConnection,
  files: readonly SourceFile[],
  columns: readonly TargetColumn[],
  options: CopyOptions,
): Promise<LoadProblem[]> => {
  const names = columns.map((_, index) => `c${index} varchar`);
  await connection.run(`create temp table ${stage} (file integer, line integer, ${names.join(', ')})`);
  const appender = await connection.createAppender(stage, 'main', 'temp');
  const types = [INTEGER, INTEGER, ...columns.map(() => VARCHAR)];
  const problems: LoadProblem[] = [];
  const fit = fitting(splitter(options), columns, options);
  const append = (rows: DuckDBValue[][]) => {
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setColumns(types.map((_, column) => rows.map((row) => row[column] as DuckDBValue)));
    appender.appendDataChunk(chunk);
  };
  try {
    for (const [index, file] of files.entries())
      for await (const records of readRecords(file.path, options)) {
        for (let at = 0; at < records.length; at += chunkRows) {
          const rows = records.slice(at, at + chunkRows).flatMap((record) => {
            const row = tryFit(fit, record, file, problems);
            return row ? [[index, record.line, ...row]] : [];
          });
          if (rows.length > 0) append(rows);
        }
        appender.flushSync();
        // What is buffered comes without a turn of the event loop, which others wait for.
        await setImmediate();
        if (problems.length >= options.maxErrors) return problems;
      }
    return problems;
  } finally {
    appender.closeSync();
  }
};

const tryFit = (
  fit: Splitter,
  { line, text }: RawRecord,
  file: SourceFile,
  problems: LoadProblem[],
): Field[] | undefined => {
  try {
    return fit(text);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    problems.push({ file, line, record: text, code: error.code, reason: error.message });
    return undefined;
  }
};

/** A splitter whose records have as many fields as there are columns, and valid text. */
const fitting = (split: Splitter, columns: readonly TargetColumn[], options: CopyOptions): Splitter => {
  const count = columns.length;
  return (record) => {
    const sound = record.includes('\ufffd') ? replaceInvalid(record, options) : record;
    const fields = split(sound);
    // A delimiter may end a record of delimited text.
    if (fields.length === count + 1 && fields[count] === '' && options.format === 'delimited') fields.pop();
    if (fields.length > count) throw new RecordProblem(1202, 'Extra column(s) found');
    if (fields.length < count && !options.fillRecord) throw new RecordProblem(1214, 'Delimiter not found');
    while (fields.length < count) fields.push('');
    return fields;
  };
};

const replaceInvalid = (record: string, { replacement }: CopyOptions): string => {
  if (replacement === undefined)
    throw new RecordProblem(1220, 'String contains invalid or unsupported UTF8 codepoints.');
  return record.replaceAll('\ufffd', replacement);
};
