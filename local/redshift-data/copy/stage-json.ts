import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ObjectSource } from '../objects/object-source.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { CopyOptions } from './copy-options.ts';
import type { LoadProblem } from './load-problem.ts';
import { exactPath, type SourceFile } from './source-files.ts';
import { stage } from './stage-text.ts';
import type { TargetColumn } from './target-columns.ts';

/** Reads JSON objects into the table that {@link stageText} makes of text. */
export const stageJson = async (
  connection: DuckDBConnection,
  objects: ObjectSource,
  files: readonly SourceFile[],
  columns: readonly TargetColumn[],
  options: CopyOptions,
): Promise<LoadProblem[]> => {
  const paths = await columnPaths(objects, columns, options);
  const values = columns.map(({ type }, index) => {
    const extract = type === 'JSON' ? 'json_extract' : 'json_extract_string';
    const path = paths[index];
    return `${path ? `${extract}(json, ${path})::varchar` : 'json::varchar'} as c${index}`;
  });
  const names = columns.map((_, index) => `c${index} varchar`);
  await connection.run(`create temp table ${stage} (file integer, line integer, ${names.join(', ')})`);
  for (const [index, file] of files.entries()) {
    const source = `read_json_objects(${literal(file.path)}, format = 'unstructured', maximum_object_size = 33554432, compression = '${options.compression ?? 'uncompressed'}')`;
    const fill = `insert into ${stage} select ${index}, row_number() over (), ${values.join(', ')} from ${source}`;
    const problem = await connection.run(fill).then(
      () => undefined,
      (error: Error) => malformed(error, file),
    );
    if (problem) return [problem];
  }
  return [];
};

const malformed = (error: Error, file: SourceFile): LoadProblem => {
  if (!/Malformed JSON/i.test(error.message)) throw error;
  const line = Number(/line (\d+)/.exec(error.message)?.[1] ?? 1);
  return { file, line, code: 1216, reason: 'Invalid JSON format', fatal: true };
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL of each column's JSON path; undefined for the whole object. */
const columnPaths = async (
  objects: ObjectSource,
  columns: readonly TargetColumn[],
  { json = 'auto' }: CopyOptions,
): Promise<(string | undefined)[]> => {
  if (json.startsWith('s3://')) return jsonPaths(objects, columns, json);
  switch (json.toLowerCase()) {
    case 'auto':
      return columns.map(({ name }) => literal(member(name)));
    case 'auto ignorecase':
      return columns.map(
        ({ name }) =>
          `'$."' || list_filter(json_keys(json), lambda k: lower(k) = ${literal(name.toLowerCase())})[1] || '"'`,
      );
    case 'noshred':
      if (columns.length === 1) return [undefined];
      throw new RedshiftError('ERROR: JSON noshred needs a target table with one SUPER column');
    default:
      throw new RedshiftError(`ERROR: Invalid JSON option '${json}'`);
  }
};

const member = (name: string): string => `$."${name.replaceAll('"', '\\"')}"`;

/** A JSONPaths file: one path for each column, in dot or bracket notation. */
const jsonPaths = async (
  objects: ObjectSource,
  columns: readonly TargetColumn[],
  address: string,
): Promise<string[]> => {
  const path = await exactPath(objects, address);
  if (!path)
    throw new RedshiftError(
      `ERROR: The specified S3 prefix '${address.replace(/^s3:\/\/[^/]*\//, '')}' does not exist`,
    );
  const parsed = parse(await readFile(path, 'utf8'));
  if (!parsed) throw new RedshiftError('ERROR: Invalid JSONPath format: Member is not an object.');
  if (parsed.length !== columns.length)
    throw new RedshiftError(
      `ERROR: Number of jsonpaths and the number of columns should match. JSONPath size: ${parsed.length}, Number of columns in table or column list: ${columns.length}`,
    );
  return parsed.map((one) => literal(enginePath(one)));
};

const parse = (text: string): string[] | undefined => {
  try {
    const { jsonpaths } = JSON.parse(text) as { jsonpaths?: string[] };
    return Array.isArray(jsonpaths) ? jsonpaths : undefined;
  } catch {
    return undefined;
  }
};

/** `$['a'].b[0]` → `$."a"."b"[0]` */
const enginePath = (path: string): string => {
  const steps = [...path.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\.([^.[\]]+)/g)];
  const length = steps.reduce((sum, [text]) => sum + text.length, 0);
  if (!path.startsWith('$') || length !== path.length - 1)
    throw new RedshiftError(
      `ERROR: Invalid JSONPath format. Supported notations are 'dot-notation' and 'bracket-notation': ${path}`,
    );
  return `$${steps.map(([, single, double, index, dotted]) => (index ? `[${index}]` : member(single ?? double ?? dotted ?? '').slice(1))).join('')}`;
};
