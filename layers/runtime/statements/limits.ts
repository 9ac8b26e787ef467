import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Unavailable } from '../errors.ts';
import { failedConditions, isConflict } from '../transaction.ts';
import type { StatementRecord } from './statement-record.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What of a statement the limits know it by. */
export type Entrant = Pick<StatementRecord, 'id' | 'owner' | 'report' | 'createdAt'>;

/** How many statements may be in Redshift at once. */
export interface Caps {
  perPerson: number;
  perReport: number;
}

/**
 * `taken`: the statement has its slots. `person`, `report`: those of its person or its report are all taken. `gone`: it is
 * not queued any more, or not in line.
 */
export type Admission = 'taken' | 'person' | 'report' | 'gone';

export interface LimitsDeps {
  db: DynamoDBDocumentClient;
  table: string;
  /** The table of the statements: slots are for a queued one only, and are given back with its end. */
  statementsTable: string;
  caps: Caps;
  wait(milliseconds: number): Promise<void>;
  random(): number;
}

/** The most entries of the line that are looked at. */
const LINE = 500;
const ATTEMPTS = 30;
const PAUSE = 15;
/** How long a row without a change is kept, in seconds. */
const KEPT = 7 * 24 * 3600;

/** Who may send a statement to Redshift now: slots for each person and each report, and the line of those who wait. */
export class Limits {
  constructor(private readonly deps: LimitsDeps) {}

  /**
   * Takes a slot of the person and one of the report, both or none; who has them already keeps them. With `fromLine` it
   * takes the statement's place in line away as well, which must be there.
   */
  async take({ id, owner, report, createdAt }: Entrant, { fromLine = false } = {}): Promise<Admission> {
    const { table, statementsTable, caps } = this.deps;
    const writes: Write[] = [
      {
        Update: {
          TableName: statementsTable,
          Key: { id },
          UpdateExpression: 'SET admitted = :true',
          ConditionExpression: '#status = :queued',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':queued': 'queued', ':true': true },
        },
      },
      slot(table, personOf(owner), id, caps.perPerson),
      slot(table, reportOf(report), id, caps.perReport),
    ];
    if (fromLine)
      writes.push({
        Delete: {
          TableName: table,
          Key: placeOf({ id, createdAt }),
          ConditionExpression: 'attribute_exists(entry)',
        },
      });
    const failed = await this.transact(writes);
    if (failed.includes(0) || failed.includes(3)) return 'gone';
    if (failed.includes(1)) return 'person';
    return failed.includes(2) ? 'report' : 'taken';
  }

  /** Gives the slots of an ended statement back and charges its time, once. */
  async release(
    { id, owner, report, budget, startedAt, endedAt }: StatementRecord,
    now: Date,
  ): Promise<void> {
    const { table, statementsTable } = this.deps;
    const seconds =
      startedAt && endedAt ? Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : 0;
    await this.transact([
      {
        Update: {
          TableName: statementsTable,
          Key: { id },
          UpdateExpression: 'SET released = :true',
          ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(released)',
          ExpressionAttributeValues: { ':true': true },
        },
      },
      freed(table, personOf(owner), id),
      freed(table, reportOf(report), id),
      {
        Update: {
          TableName: table,
          Key: budgetOf(budget, now),
          UpdateExpression: 'ADD seconds :seconds SET expiresAt = :expiresAt',
          ExpressionAttributeValues: { ':seconds': seconds, ':expiresAt': epoch(now) + KEPT },
        },
      },
    ]);
  }

  /** The seconds in Redshift that were charged to a budget today, in UTC. */
  async spent(budget: string, now: Date): Promise<number> {
    const { db, table } = this.deps;
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: budgetOf(budget, now), ConsistentRead: true }),
    );
    return Number(Item?.seconds ?? 0);
  }

  /** Puts a statement in line, behind those that were begun before. */
  async standInLine({ id, owner, report, createdAt }: Entrant): Promise<void> {
    const { db, table } = this.deps;
    await db.send(
      new PutCommand({
        TableName: table,
        Item: { ...placeOf({ id, createdAt }), id, owner, report, createdAt },
      }),
    );
  }

  /** Takes a statement out of the line; false when it was not in it. */
  async leaveLine(entrant: Pick<Entrant, 'id' | 'createdAt'>): Promise<boolean> {
    const { db, table } = this.deps;
    const { Attributes } = await db.send(
      new DeleteCommand({ TableName: table, Key: placeOf(entrant), ReturnValues: 'ALL_OLD' }),
    );
    return Attributes !== undefined;
  }

  /** Those who wait, the first first. */
  async line(): Promise<Entrant[]> {
    const { db, table } = this.deps;
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        Limit: LINE,
        KeyConditionExpression: '#limit = :line',
        ExpressionAttributeNames: { '#limit': 'limit' },
        ExpressionAttributeValues: { ':line': 'line' },
      }),
    );
    return Items as Entrant[];
  }

  /** The positions of the writes whose condition did not hold; none when all was written. */
  private async transact(writes: Write[]): Promise<number[]> {
    const { db, wait, random } = this.deps;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        await db.send(new TransactWriteCommand({ TransactItems: writes }));
        return [];
      } catch (error) {
        const failed = failedConditions(error);
        if (failed.length > 0) return failed;
        if (!isConflict(error)) throw error;
      }
      await wait(random() * PAUSE * attempt);
    }
    throw new Unavailable('Too much happens at once. Try again in a moment.');
  }
}

/** How many of those before it in line an entrant waits for, itself counted: the person's own, and those of its report. */
export const placeIn = (line: Entrant[], at: number): number => {
  const own = line[at];
  return line.slice(0, at + 1).filter(({ owner, report }) => owner === own?.owner || report === own?.report)
    .length;
};

const personOf = (owner: string): string => `person:${owner}`;
const reportOf = (report: string): string => `report:${report}`;
const budgetOf = (budget: string, now: Date) => ({
  limit: `budget:${budget}`,
  entry: now.toISOString().slice(0, 10),
});
const placeOf = ({ id, createdAt }: Pick<Entrant, 'id' | 'createdAt'>) => ({
  limit: 'line',
  entry: `${createdAt}#${id}`,
});
const epoch = (time: Date): number => Math.floor(time.getTime() / 1000);

const slot = (table: string, limit: string, id: string, most: number): Write => ({
  Update: {
    TableName: table,
    Key: { limit, entry: 'slots' },
    UpdateExpression: 'ADD holders :id',
    ConditionExpression: 'attribute_not_exists(holders) OR size(holders) < :most OR contains(holders, :one)',
    ExpressionAttributeValues: { ':id': new Set([id]), ':one': id, ':most': most },
  },
});

const freed = (table: string, limit: string, id: string): Write => ({
  Update: {
    TableName: table,
    Key: { limit, entry: 'slots' },
    UpdateExpression: 'DELETE holders :id',
    ExpressionAttributeValues: { ':id': new Set([id]) },
  },
});
