import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Transact, Write } from '../transaction.ts';
import type { StatementRecord } from './statement-record.ts';

/** What of a statement the limits know it by. */
export type Entrant = Pick<StatementRecord, 'id' | 'owner' | 'report' | 'createdAt'>;

export interface Waiting extends Entrant {
  /** When its members were told its place, or it came to stand in line. ISO 8601. */
  toldAt: string;
}

/** Whose slots there are: a person's and a report's, each the partition of its slots and of the line for them. */
export const personOf = (owner: string): string => `person:${owner}`;
export const reportOf = (report: string): string => `report:${report}`;

export interface LineDeps {
  db: DynamoDBDocumentClient;
  table: string;
  transact: Transact;
}

/** How many are read at once. */
const PAGE = 25;

/**
 * Those who wait for slots, the first first. Each stands in the line of its person and in that of its report, so that
 * whoever frees a slot reads only those who wait for it, however long the lines of others are.
 */
export class Line {
  constructor(private readonly deps: LineDeps) {}

  /** Puts a statement in line, behind those that were begun before. */
  async stand(entrant: Entrant, now: Date): Promise<void> {
    const { id, owner, report, createdAt } = entrant;
    const { table, transact } = this.deps;
    const toldAt = now.toISOString();
    await transact(
      placesOf(entrant).map((key) => ({
        Put: { TableName: table, Item: { ...key, id, owner, report, createdAt, toldAt } },
      })),
    );
  }

  /** Takes a statement out of the line; false when it was not in it. */
  async leave(entrant: Entrant): Promise<boolean> {
    const failed = await this.deps.transact(leaving(this.deps.table, entrant));
    return failed.length === 0;
  }

  /** Those who wait for a slot of a person or of a report, the first first, read as far as they are asked for. */
  async *of(limit: string): AsyncGenerator<Waiting> {
    let next: QueryCommandInput['ExclusiveStartKey'];
    do {
      const { Items = [], LastEvaluatedKey } = await this.query(limit, {
        Limit: PAGE,
        ExclusiveStartKey: next,
      });
      yield* Items as Waiting[];
      next = LastEvaluatedKey;
    } while (next);
  }

  /** How many wait for a slot of a person or of a report. DynamoDB counts the first megabyte, some 4,000. */
  async length(limit: string): Promise<number> {
    const { Count = 0 } = await this.query(limit, { Select: 'COUNT' });
    return Count;
  }

  /** How many of those before it a statement waits for, itself counted; undefined when it is not in line. */
  async placeOf(entrant: Entrant): Promise<number | undefined> {
    const upTo = entryOf(entrant);
    const [own, ofReport] = await Promise.all([
      this.query(personOf(entrant.owner), {}, upTo),
      this.query(reportOf(entrant.report), { Select: 'COUNT' }, upTo),
    ]);
    const { Items = [] } = own;
    if (Items.at(-1)?.id !== entrant.id) return undefined;
    return Items.filter(({ report }) => report !== entrant.report).length + (ofReport.Count ?? 0);
  }

  /** Notes that the members of a statement are told its place now; false when somebody else was faster to. */
  async tell(entrant: Waiting, now: Date): Promise<boolean> {
    const { table, transact } = this.deps;
    const failed = await transact(
      placesOf(entrant).map((Key) => ({
        Update: {
          TableName: table,
          Key,
          UpdateExpression: 'SET toldAt = :now',
          ConditionExpression: 'toldAt = :before',
          ExpressionAttributeValues: { ':now': now.toISOString(), ':before': entrant.toldAt },
        },
      })),
    );
    return failed.length === 0;
  }

  private query(limit: string, input: Partial<QueryCommandInput>, upTo = LAST) {
    const { db, table } = this.deps;
    return db.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: '#limit = :limit AND #entry BETWEEN :first AND :last',
        ExpressionAttributeNames: { '#limit': 'limit', '#entry': 'entry' },
        ExpressionAttributeValues: { ':limit': limit, ':first': FIRST, ':last': upTo },
        ...input,
      }),
    );
  }
}

/** Takes a statement out of both of its lines, where it must be. */
export const leaving = (table: string, entrant: Entrant): Write[] =>
  placesOf(entrant).map((Key) => ({
    Delete: { TableName: table, Key, ConditionExpression: 'attribute_exists(entry)' },
  }));

const FIRST = 'line#';
const LAST = 'line#~';
const entryOf = ({ id, createdAt }: Entrant): string => `${FIRST}${createdAt}#${id}`;
const placesOf = (entrant: Entrant) =>
  [personOf(entrant.owner), reportOf(entrant.report)].map((limit) => ({ limit, entry: entryOf(entrant) }));
