import { awsJson, jsonError } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import { openEngine } from './engine/open-engine.ts';
import { openResultStore } from './engine/result-store.ts';
import { type Faults, parseFaults, withFaults } from './events/faults.ts';
import { exactJson } from './json.ts';
import { folderObjects } from './objects/folder-objects.ts';
import type { ObjectSource } from './objects/object-source.ts';
import { operations } from './operations/registry.ts';
import { serveHttp } from './server/serve.ts';
import { Sessions } from './sessions/sessions.ts';
import { createPageTokens } from './statements/page-token.ts';
import type { SecretReader } from './statements/secret.ts';
import type { StatementEvent } from './statements/statement-event.ts';
import { Statements } from './statements/statements.ts';
import type { Target } from './statements/target.ts';
import { refuseRequest } from './wire/refuse-request.ts';
import { createThrottle } from './wire/throttle.ts';

export type { Faults, ObjectSource, SecretReader, StatementEvent, Target };
export { folderObjects, parseFaults, serveHttp, withFaults };

export interface RedshiftDataOptions {
  /** DuckDB file that keeps the tables; in memory without it. */
  databaseFile?: string;
  clock: Clock;
  /** Makes UUIDs: statement and event ids. */
  newId: () => string;
  account: string;
  region: string;
  /** Where COPY reads. */
  objects: ObjectSource;
  /** Takes the completion event of each statement that was submitted with `WithEvent`. */
  publish: (event: StatementEvent) => void | Promise<void>;
  /** The clusters and workgroups that exist at the moment; every name does without it. */
  targets?: () => Target[];
  /** The database of the targets that do not name theirs; without it they have every one. */
  database?: string;
  /** Text of a secret by ARN or name, undefined where there is none; without it secrets are echoed, not read. */
  readSecret?: SecretReader;
  /** Whether requests above the service's rates are refused. */
  throttle?: boolean;
  /** Database user of a caller; `IAMR:<role>` or `IAM:<user>` unless given. */
  dbUserOf?: (callerArn: string) => string;
  log?: (message: string) => void;
  /**
   * How many statements the engine runs at once. Each occupies a thread of libuv's pool (UV_THREADPOOL_SIZE, 4 by
   * default), which files and DNS need too: one thread is left for them.
   */
  concurrency?: number;
}

export interface RedshiftData extends Service {
  close(): Promise<void>;
}

/** The Redshift Data API on DuckDB. */
export const createRedshiftData = async ({
  databaseFile,
  targets,
  database,
  readSecret,
  throttle = false,
  dbUserOf = databaseUser,
  log = () => undefined,
  concurrency = Math.max(1, Number(process.env.UV_THREADPOOL_SIZE ?? 4) - 1),
  ...deps
}: RedshiftDataOptions): Promise<RedshiftData> => {
  const engine = await openEngine(databaseFile);
  const results = await openResultStore();
  const sessions = new Sessions({ ...deps, engine });
  const statements = new Statements({ ...deps, engine, results, sessions, log, concurrency });
  const parts = { statements, sessions, engine, pageTokens: createPageTokens() };
  const answer = awsJson({
    version: '1.1',
    operations: operations(
      { ...parts, targets: { targets, database, readSecret, dbUserOf } },
      throttle ? createThrottle(deps.clock) : undefined,
    ),
    stringify: exactJson,
  });
  const sweeps = setInterval(() => statements.sweep(), sweepEvery).unref();
  return {
    name: 'redshift-data',
    handle: async (request) => {
      const refusal = refuseRequest(request);
      return refusal ? jsonError('1.1', refusal) : answer(request);
    },
    close: async () => {
      clearInterval(sweeps);
      await statements.close();
      engine.close();
      await results.close();
    },
  };
};

/** Every request sweeps too; this is for what must end while none comes. */
const sweepEvery = 30_000;

/** `IAMR:<role>` for an assumed role, `IAM:<user>` for a user. */
const databaseUser = (arn: string): string => {
  const [kind, name] = (arn.split(':').pop() ?? '').split('/');
  return `${kind === 'assumed-role' ? 'IAMR' : 'IAM'}:${name ?? 'root'}`;
};
