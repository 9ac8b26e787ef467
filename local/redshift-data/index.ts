import { awsJson } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import type { ObjectSource } from './copy/copy-sql.ts';
import { openEngine } from './engine/open-engine.ts';
import { openResultStore } from './engine/result-store.ts';
import { exactJson } from './json.ts';
import { operations } from './operations/registry.ts';
import { createPageTokens } from './statements/page-token.ts';
import type { StatementEvent } from './statements/statement-event.ts';
import { Statements } from './statements/statements.ts';
import type { Target } from './statements/submission.ts';

export type { ObjectSource, StatementEvent, Target };

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
  /** The clusters and workgroups that exist at the moment. */
  targets: () => Target[];
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
  dbUserOf = databaseUser,
  log = () => undefined,
  concurrency = Math.max(1, Number(process.env.UV_THREADPOOL_SIZE ?? 4) - 1),
  ...deps
}: RedshiftDataOptions): Promise<RedshiftData> => {
  const engine = await openEngine(databaseFile);
  const results = await openResultStore();
  const statements = new Statements({ ...deps, engine, results, log, concurrency });
  const pageTokens = createPageTokens();
  return {
    name: 'redshift-data',
    handle: awsJson({
      version: '1.1',
      operations: operations({ statements, pageTokens, engine, targets, dbUserOf }),
      stringify: exactJson,
    }),
    close: async () => {
      await statements.close();
      engine.close();
      await results.close();
    },
  };
};

/** `IAMR:<role>` for an assumed role, `IAM:<user>` for a user. */
const databaseUser = (arn: string): string => {
  const [kind, name] = (arn.split(':').pop() ?? '').split('/');
  return `${kind === 'assumed-role' ? 'IAMR' : 'IAM'}:${name ?? 'root'}`;
};
