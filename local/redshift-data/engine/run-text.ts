import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import type { CommandContext } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { refuseUnterminated } from '../dialect/foreign.ts';
import { translate } from '../dialect/translate.ts';
import type { ObjectSource } from '../objects/object-source.ts';
import { literal } from '../sql/names.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { tableNames } from '../sql/table-names.ts';
import { is, splitStatements, type Token, tokenize } from '../sql/tokens.ts';
import { type ColumnOrigin, columnOrigins } from './column-origins.ts';
import { redshiftError } from './engine-error.ts';
import { leaveCatalogue, refreshCatalogue } from './known-columns.ts';
import { checkParameters } from './missing-parameter.ts';
import { prepare } from './parameter-types.ts';
import type { ResultStore, StoredResult } from './result-store.ts';
import { sessionNames } from './session-names.ts';
import { statementKind, transactionWords } from './statement-kind.ts';
import { located, withPosition } from './syntax-position.ts';
import {
  abort,
  begin,
  commit,
  inTransaction,
  refuseAborted,
  rollback,
  runTransaction,
} from './transaction.ts';

/** What a text of SQL runs with. */
export interface Session {
  connection: DuckDBConnection;
  results: ResultStore;
  objects: ObjectSource;
  /** What `current_database()` and `current_user` say; `dev` and `awsuser` unless given. */
  database?: string;
  user?: string;
  /** What the system tables call the statement. */
  queryId?: bigint;
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
    abort(session.connection);
    const failure = redshiftError(error, () => tableNames(statements.flat()).map((parts) => parts.join('.')));
    throw withPosition(failure, statements.flat());
  } finally {
    refreshCatalogue(session.connection);
  }
};

const runSeveral = async (session: Session, statements: Token[][]): Promise<Outcome> => {
  const { connection } = session;
  const begun = statements.some(([first]) => /^(begin|start)$/i.test(first?.text ?? ''));
  const ownTransaction = !begun && !inTransaction(connection);
  if (ownTransaction) await begin(connection);
  try {
    let outcome: Outcome = { changed: 0n };
    for (const statement of statements) {
      await outcome.result?.drop();
      outcome = await runOne(session, statement, new Map());
    }
    if (ownTransaction) await commit(connection);
    return outcome;
  } catch (error) {
    if (ownTransaction) await rollback(connection);
    throw error;
  }
};

const runOne = async (
  session: Session,
  statement: Token[],
  parameters: ReadonlyMap<string, string>,
): Promise<Outcome> => {
  const { connection } = session;
  const [first] = statement;
  if (!first) return { changed: 0n };
  if (!changesRowsOnly(statement)) leaveCatalogue(connection);
  if (is(first, ...transactionWords)) return nothing(runTransaction(connection, statement));
  refuseAborted(connection);
  const named = sessionNames(statement, session);
  if (readsCatalogue(named)) await nameDatabase(session);
  const command = commands.find(({ matches }) => matches(named));
  if (!command) return runTranslated(session, named, parameters);
  refuseUnterminated(named);
  return command.run(contextOf(session, parameters), named);
};

const readers = ['select', 'with', '(', 'values'];

const changesRowsOnly = (statement: readonly Token[]): boolean =>
  is(statement[0], ...readers)
    ? !statement.some((token) => is(token, 'into'))
    : is(statement[0], 'insert', 'update', 'delete');

/** The views of the catalogue name the database that the session is in. */
const readsCatalogue = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }) => /^(svv_|pg_|stv_|information_schema$|show$)/i.test(text));

const nameDatabase = ({ connection, database = 'dev' }: Session): Promise<unknown> =>
  connection.run(`set variable redshift_database = ${literal(database)}`);

const contextOf = (session: Session, parameters: ReadonlyMap<string, string>): CommandContext => ({
  connection: session.connection,
  database: session.database ?? 'dev',
  user: session.user ?? 'awsuser',
  objects: session.objects,
  queryId: session.queryId ?? 0n,
  cancelled: session.cancelled,
  run: (statement) => runOne(session, statement, parameters),
  translated: (statement) => runTranslated(session, statement, parameters),
  answer: (sql) => runPart(session, tokenize(sql), parameters),
});

const runTranslated = async (
  session: Session,
  statement: Token[],
  parameters: ReadonlyMap<string, string>,
): Promise<Outcome> => {
  const kind = statementKind(statement);
  if (kind === 'accepted') return { changed: 0n };
  const origins = kind === 'query' ? await columnOrigins(session.connection, statement) : [];
  let outcome: Outcome = { changed: 0n };
  for (const part of translate(statement)) outcome = await runPart(session, part, parameters, origins);
  return kind === 'definition' ? { ...outcome, changed: 0n } : outcome;
};

const nothing = async (work: Promise<unknown>): Promise<Outcome> => {
  await work;
  return { changed: 0n };
};

const runPart = async (
  { connection, results, cancelled }: Session,
  part: Token[],
  parameters: ReadonlyMap<string, string>,
  origins: readonly ColumnOrigin[] = [],
): Promise<Outcome> => {
  const bindings = part
    .filter(({ kind }) => kind === 'parameter')
    .map(({ text }) => ({ value: parameters.get(text.slice(1)) ?? '' }));
  const prepared = await prepare(connection, part, bindings).catch(async (error: Error) => {
    throw await located(connection, part, error);
  });
  if (cancelled()) throw new RedshiftError('cancelled');
  try {
    if (prepared.statementType !== StatementType.SELECT) {
      const { rowsChanged } = await prepared.run();
      return { changed: BigInt(rowsChanged) };
    }
    const result = await results.save(await prepared.stream(), cancelled, origins);
    return { result, changed: result.rows };
  } finally {
    prepared.destroySync();
  }
};
