import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { RunStatus } from './contracts.ts';
import { cursorAt } from './cursor.ts';
import { RunNotFound } from './errors.ts';
import { type Change, itemFrom, type RunRecord, recordFrom } from './run-record.ts';

/** The states that a run may leave for each other state. What is not here does not happen. */
const FROM: Record<Change['status'], RunStatus[]> = {
  running: ['queued'],
  succeeded: ['queued', 'running'],
  failed: ['queued', 'running'],
  cancelled: ['queued', 'running'],
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The runs in their table. Every change is one conditional write, so that it happens once and in order or not at
 * all, however often and in whatever order its causes arrive.
 */
export class Runs {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** Records a run that does not exist yet; an id that is taken is refused by the table. */
  async create(record: RunRecord): Promise<void> {
    await this.db.send(
      new PutCommand({
        TableName: this.table,
        Item: itemFrom(record),
        ConditionExpression: 'attribute_not_exists(runId)',
      }),
    );
  }

  /** The record as it is at this moment. */
  async get(runId: string): Promise<RunRecord | undefined> {
    if (!uuid.test(runId)) return undefined;
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.table, Key: { runId }, ConsistentRead: true }),
    );
    return Item && recordFrom(Item);
  }

  /** The record, if it is this person's; throws RunNotFound alike for one that is missing and one of someone else. */
  async owned(runId: string, owner: string): Promise<RunRecord> {
    const record = await this.get(runId);
    if (record?.owner !== owner) throw new RunNotFound('There is no such run.');
    return record;
  }

  /**
   * Moves a run on, and answers its new record; undefined when it is not in a state that this change follows, or
   * does not exist: then nothing was written.
   */
  async transition(
    runId: string,
    change: Change,
    from: RunStatus[] = FROM[change.status],
  ): Promise<RunRecord | undefined> {
    try {
      const { Attributes } = await this.db.send(
        new UpdateCommand({
          TableName: this.table,
          Key: { runId },
          ReturnValues: 'ALL_NEW',
          ...settingWhen(columnsOf(runId, change), from),
        }),
      );
      return Attributes && recordFrom(Attributes);
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  }

  /** Notes that the owner was told of the record's present state, unless it has changed since. */
  async markTold({ runId, cursor }: RunRecord): Promise<void> {
    const told = new UpdateCommand({
      TableName: this.table,
      Key: { runId },
      UpdateExpression: 'SET told = :cursor',
      ConditionExpression: '#cursor = :cursor',
      ExpressionAttributeNames: { '#cursor': 'cursor' },
      ExpressionAttributeValues: { ':cursor': cursor },
    });
    await this.db.send(told).catch((error) => {
      if (!isConditionFailure(error)) throw error;
    });
  }

  /** Up to `limit` of a person's runs that changed after the cursor, the earliest change first. */
  async changedSince(owner: string, cursor: string, limit: number): Promise<RunRecord[]> {
    return this.query(limit, {
      KeyConditionExpression: '#owner = :owner AND #cursor > :cursor',
      ExpressionAttributeNames: { '#owner': 'owner', '#cursor': 'cursor' },
      ExpressionAttributeValues: { ':owner': owner, ':cursor': cursor },
    });
  }

  /** A person's `limit` runs that changed last, the earliest change first. */
  async newest(owner: string, limit: number): Promise<RunRecord[]> {
    const latestFirst = await this.query(limit, {
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': owner },
      ScanIndexForward: false,
    });
    return latestFirst.reverse();
  }

  private async query(limit: number, condition: Omit<QueryCommandInput, 'TableName'>): Promise<RunRecord[]> {
    const { Items = [] } = await this.db.send(
      new QueryCommand({ TableName: this.table, IndexName: 'byOwner', Limit: limit, ...condition }),
    );
    return Items.map(recordFrom);
  }
}

const columnsOf = (runId: string, { at, ...change }: Change): Record<string, unknown> => ({
  ...change,
  cursor: cursorAt(at, runId),
  [change.status === 'running' ? 'startedAt' : 'endedAt']: at.toISOString(),
});

/** An update that sets the columns when the status is one of `from`. Every name is aliased: some are reserved. */
const settingWhen = (columns: Record<string, unknown>, from: RunStatus[]) => {
  const set = Object.entries(columns).filter(([, value]) => value !== undefined);
  return {
    UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ConditionExpression: `#status IN (${from.map((_, index) => `:from${index}`).join(', ')})`,
    ExpressionAttributeNames: Object.fromEntries(set.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries([
      ...set.map(([name, value]) => [`:${name}`, value]),
      ...from.map((status, index) => [`:from${index}`, status]),
    ]),
  };
};

const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';
