import { type DynamoDBDocumentClient, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { wholeName } from './table-name.ts';
import { holds } from './transaction.ts';

/** When each table was last loaded, by its whole name, as ISO 8601. */
export type Loads = ReadonlyMap<string, string>;

/** What is known of the warehouse's tables: told by whoever loads them, the seed and pipelines. */
export class Datasets {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** Notes that the tables hold what was loaded by then; an earlier moment than the known one changes nothing. */
  async markLoaded(tables: readonly string[], at: Date): Promise<void> {
    for (const name of new Set(tables.map(wholeName))) await this.mark(name, at.toISOString());
  }

  /** The loads of every table that is known; whoever was told of one finds it here. */
  async loads(): Promise<Loads> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.table,
        ConsistentRead: true,
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': 'dataset' },
      },
    );
    const found = new Map<string, string>();
    for await (const { Items = [] } of pages) for (const item of Items) found.set(item.name, item.loadedAt);
    return found;
  }

  private mark(name: string, loadedAt: string): Promise<boolean> {
    return holds(
      this.db.send(
        new UpdateCommand({
          TableName: this.table,
          Key: { kind: 'dataset', name },
          UpdateExpression: 'SET loadedAt = :at',
          ConditionExpression: 'attribute_not_exists(loadedAt) OR loadedAt < :at',
          ExpressionAttributeValues: { ':at': loadedAt },
        }),
      ),
    );
  }
}

/** When one of the tables was last loaded, of those of which that is known. */
export const newestLoad = (tables: readonly string[], loads: Loads): string | undefined =>
  tables
    .map((name) => loads.get(wholeName(name)) ?? '')
    .sort()
    .at(-1) || undefined;

/** Since when all of the tables are as they are: the oldest of their loads; undefined unless each is known. */
export const oldestLoad = (tables: readonly string[], loads: Loads): string | undefined => {
  const known = tables.map((name) => loads.get(wholeName(name))).sort();
  return known.includes(undefined) ? undefined : known[0];
};
