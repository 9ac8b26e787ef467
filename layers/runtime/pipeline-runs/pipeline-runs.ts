import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { holds, isConditionFailure, type Transact } from '../transaction.ts';
import { openBefore } from '../update.ts';
import { type Assignments, expressionsOf, type RunChange } from './change-expressions.ts';
import { following, lockFor, unlocking, waitingFor } from './lock.ts';
import { pageAfter, pageKey } from './page-token.ts';
import {
  hasEnded,
  itemFrom,
  type PipelineRunEnding,
  type PipelineRunRecord,
  recordFrom,
  type ScriptEnding,
  type Start,
} from './pipeline-run-record.ts';

interface Deps {
  db: DynamoDBDocumentClient;
  table: string;
  transact: Transact;
}

/** Of one page of a list. */
const PAGE = 20;

/** DynamoDB refuses a key that is empty or long. */
const RUN_ID = /^[0-9a-f-]{36}$/;

/**
 * Runs of pipelines. Each is one item that holds its scripts as well, so that every state of it is whole. It moves forward
 * only: each change is one conditional write, which happens once or not at all.
 */
export class PipelineRuns {
  constructor(private readonly deps: Deps) {}

  /** Records a run, and takes the pipeline's lock for one that runs alone. `exists`: it was recorded before. */
  async create(record: PipelineRunRecord): Promise<'created' | 'exists' | 'busy'> {
    const { table, transact } = this.deps;
    const condition = { ConditionExpression: 'attribute_not_exists(runId)' };
    const failed = await transact([
      { Put: { TableName: table, Item: itemFrom({ ...record, open: 'open' }), ...condition } },
      ...(record.alone ? [{ Put: { TableName: table, Item: lockFor(record), ...condition } }] : []),
    ]);
    if (failed.length === 0) return 'created';
    return failed.includes(0) ? 'exists' : 'busy';
  }

  /** Undefined for any text that is no run's id. */
  async get(runId: string): Promise<PipelineRunRecord | undefined> {
    if (!RUN_ID.test(runId)) return undefined;
    const { db, table } = this.deps;
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: { runId }, ConsistentRead: true }),
    );
    return Item && recordFrom(Item);
  }

  /** The runs of a pipeline, the newest first, and what to ask for the next page. Throws InvalidPage. */
  async of(pipeline: string, page?: string): Promise<{ runs: PipelineRunRecord[]; next?: string }> {
    const { db, table } = this.deps;
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byPipeline',
        KeyConditionExpression: 'pipeline = :pipeline',
        ExpressionAttributeValues: { ':pipeline': pipeline },
        ScanIndexForward: false,
        Limit: PAGE,
        ...(page !== undefined && { ExclusiveStartKey: { pipeline, ...pageKey(page) } }),
      }),
    );
    return {
      runs: Items.map(recordFrom),
      ...(LastEvaluatedKey && { next: pageAfter(LastEvaluatedKey) }),
    };
  }

  /** Runs that are not done with and were started before a time, the oldest first. */
  async openBefore(time: Date): Promise<PipelineRunRecord[]> {
    const { db, table } = this.deps;
    const found: PipelineRunRecord[] = [];
    const query = { TableName: table, ...openBefore(time) };
    for await (const { Items = [] } of paginateQuery({ client: db }, query))
      found.push(...Items.map(recordFrom));
    return found;
  }

  /** A state of the workflow waits for the script. Undefined where it has ended, or the run is to go no further. */
  beginScript(
    runId: string,
    script: string,
    token: string,
    at: Date,
  ): Promise<PipelineRunRecord | undefined> {
    const now = at.toISOString();
    return this.change(runId, at, {
      set: [
        [['status'], 'running'],
        [['scripts', script, 'status'], 'running'],
        [['scripts', script, 'token'], token],
      ],
      once: [
        [['startedAt'], now],
        [['scripts', script, 'startedAt'], now],
      ],
      unless: ['cancelledBy'],
      among: [
        [['status'], ['queued', 'running']],
        [
          ['scripts', script, 'status'],
          ['waiting', 'running'],
        ],
      ],
    });
  }

  /** The script was sent. Undefined where it has ended meanwhile. */
  nameStatement(
    runId: string,
    script: string,
    statementId: string,
    at: Date,
  ): Promise<PipelineRunRecord | undefined> {
    return this.change(runId, at, {
      set: [[['scripts', script, 'statementId'], statementId]],
      among: [[['scripts', script, 'status'], ['running']]],
    });
  }

  /** Undefined where the script has ended before. */
  endScript(
    runId: string,
    script: string,
    { status, at, error }: ScriptEnding,
  ): Promise<PipelineRunRecord | undefined> {
    return this.change(runId, at, {
      set: [
        [['scripts', script, 'status'], status],
        [['scripts', script, 'endedAt'], at.toISOString()],
        ...(error ? ([[['scripts', script, 'error'], error]] as Assignments) : []),
      ],
      among: [
        [
          ['scripts', script, 'status'],
          ['waiting', 'running'],
        ],
      ],
    });
  }

  /** Somebody wants it to stop. Undefined where it has ended, or was cancelled before. */
  cancel(runId: string, email: string, at: Date): Promise<PipelineRunRecord | undefined> {
    return this.change(runId, at, {
      set: [[['cancelledBy'], email]],
      unless: ['cancelledBy'],
      among: [[['status'], ['queued', 'running']]],
    });
  }

  /** Keeps what is to be begun when the only run of a pipeline has ended, the last of it; false where none runs. */
  follow(start: Start): Promise<boolean> {
    return holds(this.deps.db.send(new UpdateCommand(following(this.deps.table, start))));
  }

  /**
   * Ends a run as it was read: scripts that wait are skipped, and the pipeline is free for another run. Undefined where
   * it has changed since, or has ended.
   */
  async end(
    record: PipelineRunRecord,
    { status, at, error }: PipelineRunEnding,
  ): Promise<PipelineRunRecord | undefined> {
    if (hasEnded(record)) return undefined;
    const { db, table, transact } = this.deps;
    const waiting = record.alone ? await waitingFor(db, table, record) : undefined;
    const scripts = Object.fromEntries(
      Object.entries(record.scripts).map(([name, one]) => [
        name,
        one.status === 'waiting' ? { ...one, status: 'skipped' as const } : one,
      ]),
    );
    const now = at.toISOString();
    const ended: PipelineRunRecord = {
      ...record,
      status,
      scripts,
      version: record.version + 1,
      endedAt: now,
      changedAt: now,
      ...(error && { error }),
      ...(waiting !== undefined && { next: JSON.parse(waiting) as Start }),
    };
    const failed = await transact([
      {
        Put: {
          TableName: table,
          Item: itemFrom(ended),
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': record.version },
        },
      },
      ...(record.alone ? [{ Delete: unlocking(table, record, waiting) }] : []),
    ]);
    return failed.length === 0 ? ended : undefined;
  }

  /** All that follows on its end is done. */
  async close(runId: string): Promise<void> {
    const { db, table } = this.deps;
    await holds(
      db.send(
        new UpdateCommand({
          TableName: table,
          Key: { runId },
          UpdateExpression: 'REMOVE #open',
          ConditionExpression: 'attribute_exists(runId)',
          ExpressionAttributeNames: { '#open': 'open' },
        }),
      ),
    );
  }

  private async change(runId: string, at: Date, change: RunChange): Promise<PipelineRunRecord | undefined> {
    const { db, table } = this.deps;
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: { runId },
          ...expressionsOf(change, at),
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes && recordFrom(Attributes);
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  }
}
