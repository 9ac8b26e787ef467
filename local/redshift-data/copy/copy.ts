import { begins, type Command, type CommandContext, done } from '../commands/command.ts';
import { connectBeside } from '../engine/open-engine.ts';
import { quoted } from '../sql/names.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { Token } from '../sql/tokens.ts';
import { problemsOfStage, soundRows } from './check-stage.ts';
import { conversion } from './convert-field.ts';
import { copyCases } from './copy-cases.ts';
import { recordLoadErrors } from './load-errors.ts';
import type { LoadProblem } from './load-problem.ts';
import { copyParquet } from './parquet.ts';
import { type CopyCommand, parseCopy } from './parse-copy.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';
import { stageJson } from './stage-json.ts';
import { stage, stageText } from './stage-text.ts';
import { type TargetColumn, targetColumns } from './target-columns.ts';

type CopyDeps = Pick<CommandContext, 'connection' | 'objects' | 'queryId'>;

interface Load {
  command: CopyCommand;
  columns: TargetColumn[];
  files: SourceFile[];
}

/** Loads objects into a table. Throws RedshiftError. */
const load = async (deps: CopyDeps, tokens: readonly Token[]): Promise<void> => {
  const { connection, objects } = deps;
  const command = parseCopy(tokens);
  const columns = await targetColumns(connection, command);
  const files = await sourceFiles(objects, command);
  const rows =
    command.options.format === 'parquet'
      ? await copyParquet(connection, command, columns, files)
      : await copyText(deps, { command, columns, files });
  await connection.run(`set variable redshift_copy_count = ${rows}`);
  await connection.run(`set variable redshift_copy_id = ${deps.queryId}`);
};

const copyText = async (deps: CopyDeps, load: Load): Promise<bigint> => {
  const { connection } = deps;
  await connection.run(`drop table if exists temp.main.${stage}`);
  try {
    return await throughStage(deps, load);
  } finally {
    await connection.run(`drop table if exists temp.main.${stage}`).catch(() => undefined);
  }
};

const throughStage = async (deps: CopyDeps, { command, columns, files }: Load): Promise<bigint> => {
  const { connection, objects } = deps;
  const { options, table } = command;
  const conversions = columns.map((column, index) => conversion(`c${index}`, column, options));
  const unread =
    options.format === 'json'
      ? await stageJson(connection, objects, files, columns, options)
      : await stageText(connection, files, columns, options);
  const left = options.maxErrors - unread.length;
  const unfit = left > 0 ? await problemsOfStage(connection, files, columns, conversions, left) : [];
  await report(deps, [...unread, ...unfit], command);
  if (options.noLoad) return 0n;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const values = conversions.map(({ value }) => value).join(', ');
  const { rowsChanged } = await connection.run(
    `insert into ${quoted(...table)} (${names}) select ${values} from ${stage} where ${soundRows(columns, conversions)} order by file, line`,
  );
  return BigInt(rowsChanged);
};

/** Keeps the problems for stl_load_errors. Throws if there are as many as MAXERROR says. */
const report = async (
  { connection, queryId }: CopyDeps,
  problems: readonly LoadProblem[],
  { table, options }: CopyCommand,
): Promise<void> => {
  if (problems.length === 0) return;
  const outside = await connectBeside(connection);
  try {
    await recordLoadErrors(outside, problems, options, queryId);
  } finally {
    outside.closeSync();
  }
  if (problems.length < options.maxErrors && !problems.some(({ fatal }) => fatal)) return;
  throw new RedshiftError(
    `ERROR: Load into table '${table.at(-1)}' failed.  Check 'stl_load_errors' system table for details.`,
  );
};

export const copy: Command = {
  name: 'COPY',
  area: 'COPY',
  matches: (tokens) => begins(tokens, 'copy'),
  run: async (context, tokens) => {
    await load(context, tokens);
    return done;
  },
  cases: copyCases,
};
