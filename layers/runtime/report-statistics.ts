import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Report } from './contracts.ts';
import type { StatementRecord } from './statements/statement-record.ts';
import { holds } from './transaction.ts';

/** How a report's statements have gone. */
export type Usual = Pick<Report, 'usualSeconds' | 'lastRunAt'>;

/** One statement that has succeeded; its seconds are left out when nobody saw it begin. */
interface Counted {
  id: string;
  seconds?: number;
}

/** A report's item: its last statements, the latest first. */
interface Item {
  kind: 'report';
  name: string;
  counted: Counted[];
  lastRunAt: string;
  /** How often it was written: who reads and writes it at the same moment as another tries again. */
  version: number;
}

/** How many statements the usual duration is the median of. */
const LATEST = 25;
const ATTEMPTS = 5;

/** How long reports take and when they were last run: one small item a report, written where a statement ends. */
export class ReportStatistics {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** Counts a statement that has succeeded, once however often it is told. */
  async count(statement: StatementRecord): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = await this.item(statement.report);
      if (before?.counted.some(({ id }) => id === statement.id)) return;
      if (await this.replace(before, statement)) return;
    }
    throw new Error(`Others counted statements of ${statement.report} at the same moment each time.`);
  }

  /** What is known of one report; nothing before its first statement. */
  async of(report: string): Promise<Usual> {
    return usualOf(await this.item(report));
  }

  /** What is known of every report that has been run, by id. */
  async all(): Promise<ReadonlyMap<string, Usual>> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.table,
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': 'report' },
      },
    );
    const found = new Map<string, Usual>();
    for await (const { Items = [] } of pages)
      for (const item of Items as Item[]) found.set(item.name, usualOf(item));
    return found;
  }

  private async item(name: string): Promise<Item | undefined> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.table, Key: { kind: 'report', name }, ConsistentRead: true }),
    );
    return Item as Item | undefined;
  }

  private replace(before: Item | undefined, statement: StatementRecord): Promise<boolean> {
    return holds(
      this.db.send(
        new PutCommand({
          TableName: this.table,
          Item: itemAfter(before, statement),
          ConditionExpression: before ? 'version = :version' : 'attribute_not_exists(version)',
          ...(before && { ExpressionAttributeValues: { ':version': before.version } }),
        }),
      ),
    );
  }
}

const itemAfter = (
  before: Item | undefined,
  { id, report, startedAt, endedAt = '' }: StatementRecord,
): Item => {
  const seconds = startedAt && Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const counted = [{ id, ...(typeof seconds === 'number' && { seconds }) }, ...(before?.counted ?? [])];
  return {
    kind: 'report',
    name: report,
    counted: counted.slice(0, LATEST),
    lastRunAt: [endedAt, before?.lastRunAt ?? ''].sort().at(-1) ?? endedAt,
    version: (before?.version ?? 0) + 1,
  };
};

const usualOf = (item: Item | undefined): Usual => {
  if (!item) return {};
  const known = item.counted.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
  return { ...(known.length > 0 && { usualSeconds: median(known) }), lastRunAt: item.lastRunAt };
};

/** The middle one; of an even number, the mean of the middle two, in milliseconds. */
const median = (numbers: number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return Math.round(((low + high) / 2) * 1000) / 1000;
};
