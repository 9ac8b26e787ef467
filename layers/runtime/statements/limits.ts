import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Transact, Write } from '../transaction.ts';
import { type Entrant, leaving, personOf, reportOf } from './line.ts';
import type { StatementRecord } from './statement-record.ts';

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
  transact: Transact;
}

/** How long a row without a change is kept, in seconds. */
const KEPT = 7 * 24 * 3600;

/** Who may send a statement to Redshift now: slots for each person and each report. */
export class Limits {
  constructor(private readonly deps: LimitsDeps) {}

  /**
   * Takes a slot of the person and one of the report, both or none; who has them already keeps them. With `fromLine` it
   * takes the statement's place in line away as well, which must be there.
   */
  async take(entrant: Entrant, { fromLine = false } = {}): Promise<Admission> {
    const { id, owner, report } = entrant;
    const { table, statementsTable, caps, transact } = this.deps;
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
    if (fromLine) writes.push(...leaving(table, entrant));
    const failed = await transact(writes);
    if (failed.includes(0) || failed.includes(3)) return 'gone';
    if (failed.includes(1)) return 'person';
    return failed.includes(2) ? 'report' : 'taken';
  }

  /** Gives the slots of an ended statement back and charges its time, once. */
  async release(
    { id, owner, report, budget, startedAt, endedAt }: StatementRecord,
    now: Date,
  ): Promise<void> {
    const { table, statementsTable, transact } = this.deps;
    const seconds =
      startedAt && endedAt ? Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : 0;
    await transact([
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
}

const budgetOf = (budget: string, now: Date) => ({
  limit: `budget:${budget}`,
  entry: now.toISOString().slice(0, 10),
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
