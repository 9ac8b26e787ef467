import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Inputs } from './contracts.ts';
import { RunNotFound } from './errors.ts';
import { Ledger, type LedgerDeps } from './ledger.ts';
import { columnsOf, FROM, settingOn } from './run-change.ts';
import {
  type Change,
  isOver,
  itemFrom,
  type NewRun,
  type RunKey,
  type RunRecord,
  recordFrom,
  type Scope,
} from './run-record.ts';
import { holds } from './transaction.ts';
import { openBefore, setting } from './update.ts';

/** What becomes of a run when it is admitted: whose statement it is a member of, and what is known of it since. */
export interface Membership {
  statement: string;
  title: string;
  scope: Scope;
  maxRows: number;
  execution?: string;
  resolved?: Inputs;
}

/** Where a list of a day's runs goes on. */
export type RunPlace = Pick<RunRecord, 'owner' | 'runId' | 'createdAt'>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The runs in their table. A change that its owner can see goes through the person's {@link Ledger}, and so happens
 * once and in order or not at all, however often and in whatever order its causes arrive.
 */
export class Runs {
  private readonly db: DynamoDBDocumentClient;
  private readonly table: string;
  private readonly ledger: Ledger;

  constructor(deps: LedgerDeps) {
    this.db = deps.db;
    this.table = deps.table;
    this.ledger = new Ledger(deps);
  }

  /** Records a run, which then has its first cursor. Throws when its id is taken. */
  async create(run: NewRun): Promise<RunRecord> {
    const made = await this.ledger.change(run, ({ item, cursor }) =>
      item
        ? undefined
        : {
            Put: {
              TableName: this.table,
              Item: itemFrom({ ...run, cursor }),
              ConditionExpression: 'attribute_not_exists(runId)',
            },
          },
    );
    if (!made) throw new Error(`The id of the run ${run.runId} is taken.`);
    return { ...run, cursor: made.cursor };
  }

  /** The record as it is at this moment. */
  async get({ owner, runId }: RunKey): Promise<RunRecord | undefined> {
    if (!uuid.test(runId)) return undefined;
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.table, Key: { owner, runId }, ConsistentRead: true }),
    );
    return Item && recordFrom(Item);
  }

  /** A run of this person; throws RunNotFound alike for one that is missing and one of someone else. */
  async owned(runId: string, owner: string): Promise<RunRecord> {
    const record = await this.get({ owner, runId });
    if (!record) throw new RunNotFound('There is no such run.');
    return record;
  }

  /**
   * Moves a run on, and answers its new record; undefined when it is not in a state that this change follows, or does
   * not exist: then nothing was written. `when` may ask for more than the state.
   */
  async transition(
    key: RunKey,
    change: Change,
    when: (record: RunRecord) => boolean = () => true,
  ): Promise<RunRecord | undefined> {
    return this.changed(key, (record) =>
      FROM[change.status].includes(record.status) && when(record) ? columnsOf(change) : undefined,
    );
  }

  /** Says which place in line a queued run has; undefined when it has it already or waits no more. */
  async place(key: RunKey, place: number, at: Date): Promise<RunRecord | undefined> {
    return this.changed(key, (record) =>
      record.status === 'queued' && record.place !== place
        ? { place, changedAt: at.toISOString() }
        : undefined,
    );
  }

  /** Makes a queued run a member of a statement, once; false when it is queued no more or another's member. */
  async attach(key: RunKey, membership: Membership): Promise<boolean> {
    return this.update(
      key,
      { ...membership },
      '#status = :queued AND (attribute_not_exists(#statement) OR #statement = :statement)',
      { '#status': 'status' },
      { ':queued': 'queued' },
    );
  }

  /** Counts that the workflow of a queued run is started again; false when that was done `most` times. */
  async relaunch(key: RunKey, most: number): Promise<boolean> {
    const { owner, runId } = key;
    const counted = new UpdateCommand({
      TableName: this.table,
      Key: { owner, runId },
      UpdateExpression: 'ADD relaunches :one',
      ConditionExpression:
        'attribute_exists(runId) AND (attribute_not_exists(relaunches) OR relaunches < :most)',
      ExpressionAttributeValues: { ':one': 1, ':most': most },
    });
    return holds(this.db.send(counted));
  }

  /** Notes that the owner was told of the record's present state, unless it has changed since. */
  async markTold({ owner, runId, cursor }: RunRecord): Promise<void> {
    await this.update({ owner, runId }, { told: cursor }, '#cursor = :told', { '#cursor': 'cursor' });
  }

  /** Up to `limit` of a person's runs that changed after the cursor, the earliest change first. */
  async changedSince(owner: string, cursor: string, limit: number): Promise<RunRecord[]> {
    return this.byCursor(limit, {
      KeyConditionExpression: '#owner = :owner AND #cursor > :cursor',
      ExpressionAttributeNames: { '#owner': 'owner', '#cursor': 'cursor' },
      ExpressionAttributeValues: { ':owner': owner, ':cursor': cursor },
    });
  }

  /** A person's `limit` runs that changed last, the earliest change first. */
  async newest(owner: string, limit: number): Promise<RunRecord[]> {
    const latestFirst = await this.byCursor(limit, {
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': owner },
      ScanIndexForward: false,
    });
    return latestFirst.reverse();
  }

  /** A person's `limit` runs that changed last before the cursor, the earliest change first. */
  async changedBefore(owner: string, cursor: string, limit: number): Promise<RunRecord[]> {
    const latestFirst = await this.byCursor(limit, {
      KeyConditionExpression: '#owner = :owner AND #cursor < :cursor',
      ExpressionAttributeNames: { '#owner': 'owner', '#cursor': 'cursor' },
      ExpressionAttributeValues: { ':owner': owner, ':cursor': cursor },
      ScanIndexForward: false,
    });
    return latestFirst.reverse();
  }

  /** Up to `limit` runs of everybody that were asked for on a day (`YYYY-MM-DD`), the latest first, from `before` on. */
  async ofDay(
    day: string,
    limit: number,
    before?: RunPlace,
  ): Promise<{ runs: RunRecord[]; next?: RunPlace }> {
    const { Items = [], LastEvaluatedKey } = await this.db.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: 'byDay',
        Limit: limit,
        KeyConditionExpression: '#day = :day',
        ExpressionAttributeNames: { '#day': 'day' },
        ExpressionAttributeValues: { ':day': day },
        ScanIndexForward: false,
        ...(before && { ExclusiveStartKey: { ...before, day } }),
      }),
    );
    const { owner, runId, createdAt } = LastEvaluatedKey ?? {};
    return { runs: Items.map(recordFrom), ...(LastEvaluatedKey && { next: { owner, runId, createdAt } }) };
  }

  /** The runs that have not ended and were asked for before a time, the earliest first; a little behind. */
  async openBefore(time: Date, limit: number): Promise<RunRecord[]> {
    const { Items = [] } = await this.db.send(
      new QueryCommand({ TableName: this.table, Limit: limit, ...openBefore(time) }),
    );
    return Items.map(recordFrom);
  }

  private async changed(
    key: RunKey,
    columns: (record: RunRecord) => Record<string, unknown> | undefined,
  ): Promise<RunRecord | undefined> {
    let next: RunRecord | undefined;
    await this.ledger.change(key, ({ item, cursor }) => {
      next = undefined;
      const record = item && recordFrom(item);
      const set = record && columns(record);
      if (!record || !set) return undefined;
      next = { ...record, ...set, cursor };
      if ('status' in set) delete next.place;
      const removed = ['status' in set && 'place', isOver(next) && 'open'].filter((name) => name !== false);
      return {
        Update: {
          TableName: this.table,
          Key: { owner: key.owner, runId: key.runId },
          ...settingOn(record, { ...set, cursor }, removed),
        },
      };
    });
    return next;
  }

  /** A write that moves nothing on: what is ours alone. False when its condition does not hold. */
  private async update(
    { owner, runId }: RunKey,
    columns: Record<string, unknown>,
    ConditionExpression: string,
    names: Record<string, string>,
    values: Record<string, unknown> = {},
  ): Promise<boolean> {
    const { ExpressionAttributeNames, ExpressionAttributeValues, UpdateExpression } = setting(columns);
    const write = new UpdateCommand({
      TableName: this.table,
      Key: { owner, runId },
      UpdateExpression,
      ConditionExpression,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, ...names },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...values },
    });
    return holds(this.db.send(write));
  }

  private async byCursor(
    limit: number,
    condition: Omit<QueryCommandInput, 'TableName'>,
  ): Promise<RunRecord[]> {
    const { Items = [] } = await this.db.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: 'byCursor',
        ConsistentRead: true,
        Limit: limit,
        ...condition,
      }),
    );
    return Items.map(recordFrom);
  }
}
