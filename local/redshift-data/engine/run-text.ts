import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { copySql, type ObjectSource } from '../copy/copy-sql.ts';
import { translate } from '../dialect/translate.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { render, splitStatements, type Token, tokenize } from '../sql/tokens.ts';
import { redshiftError } from './engine-error.ts';
import { checkParameters } from './missing-parameter.ts';
import { prepare } from './parameter-types.ts';
import type { ResultStore, StoredResult } from './result-store.ts';
import { statementKind } from './statement-kind.ts';

/** What a text of SQL runs with. */
export interface Session {
  connection: DuckDBConnection;
  results: ResultStore;
  objects: ObjectSource;
  /** Whether the statement was cancelled: nothing more may run then. */
  cancelled(): boolean;
}

/** What a text of SQL came to: rows to read, or how many rows it changed. */
export interface Outcome {
  result?: StoredResult;
  changed: bigint;
}

/** Runs the text of one statement; where it holds several, all in one transaction, and the last counts. Throws RedshiftError. */
export const runText = async (
  session: Session,
  text: string,
  parameters: ReadonlyMap<string, string>,
): Promise<Outcome> => {
  const statements = splitStatements(tokenize(text));
  checkParameters(text, statements, parameters);
  try {
    if (statements.length > 1) return await runSeveral(session, statements);
    return await runOne(session, statements[0] ?? [], parameters);
  } catch (error) {
    throw redshiftError(error, () => tablesOf(session.connection, text));
  }
};

const runSeveral = async (session: Session, statements: Token[][]): Promise<Outcome> => {
  const ownTransaction = !statements.some(([first]) => /^(begin|start)$/i.test(first?.text ?? ''));
  if (ownTransaction) await session.connection.run('begin');
  try {
    let outcome: Outcome = { changed: 0n };
    for (const statement of statements) {
      await outcome.result?.drop();
      outcome = await runOne(session, statement, new Map());
    }
    if (ownTransaction) await session.connection.run('commit');
    return outcome;
  } catch (error) {
    if (ownTransaction) await session.connection.run('rollback').catch(() => undefined);
    throw error;
  }
};

const runOne = async (
  session: Session,
  statement: Token[],
  parameters: ReadonlyMap<string, string>,
): Promise<Outcome> => {
  if (statement.length === 0) return { changed: 0n };
  const kind = statementKind(statement);
  if (kind === 'accepted') return { changed: 0n };
  const { connection } = session;
  if (kind === 'transaction') return nothing(connection.run(transactionSql(statement)));
  if (kind === 'copy') return nothing(connection.run(await copySql(connection, session.objects, statement)));
  let outcome: Outcome = { changed: 0n };
  for (const part of translate(statement)) outcome = await runPart(session, part, parameters);
  return kind === 'definition' ? { ...outcome, changed: 0n } : outcome;
};

const nothing = async (work: Promise<unknown>): Promise<Outcome> => {
  await work;
  return { changed: 0n };
};

const transactionSql = ([first]: readonly Token[]): string => {
  const word = first?.text.toLowerCase();
  if (word === 'begin' || word === 'start') return 'begin transaction';
  return word === 'commit' || word === 'end' ? 'commit' : 'rollback';
};

const runPart = async (
  { connection, results, cancelled }: Session,
  part: Token[],
  parameters: ReadonlyMap<string, string>,
): Promise<Outcome> => {
  const bindings = part
    .filter(({ kind }) => kind === 'parameter')
    .map(({ text }) => ({ value: parameters.get(text.slice(1)) ?? '' }));
  const prepared = await prepare(connection, part, bindings);
  if (cancelled()) throw new RedshiftError('cancelled');
  try {
    if (prepared.statementType !== StatementType.SELECT) {
      const { rowsChanged } = await prepared.run();
      return { changed: BigInt(rowsChanged) };
    }
    const result = await results.save(await prepared.stream(), cancelled);
    return { result, changed: result.rows };
  } finally {
    prepared.destroySync();
  }
};

const tablesOf = (connection: DuckDBConnection, text: string): string[] => {
  try {
    return [...connection.getTableNames(render(tokenize(text)), false)];
  } catch {
    return [];
  }
};
