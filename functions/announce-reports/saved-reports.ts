import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

/** All that was saved stands in one item. */
const KEY = { id: 'reports' };
/** Who gathers and has not told within so many milliseconds has died. */
const GATHERS = 60_000;

/** Reports that were saved and have not been told: whoever begins gathers for all who come meanwhile. */
export class SavedReports {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** Adds a report; answers whether the one who adds is to gather and tell. The same `gatherer` may come again. */
  async add(report: string, gatherer: string, now: Date): Promise<boolean> {
    const { Attributes } = await this.db.send(
      new UpdateCommand({
        TableName: this.table,
        Key: KEY,
        UpdateExpression:
          'ADD reports :report SET gatherer = if_not_exists(gatherer, :gatherer), since = if_not_exists(since, :now)',
        ExpressionAttributeValues: {
          ':report': new Set([report]),
          ':gatherer': gatherer,
          ':now': now.getTime(),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes?.gatherer === gatherer || now.getTime() - Number(Attributes?.since) > GATHERS;
  }

  /** Takes what was gathered out, in order; the next to come begins anew. */
  async take(): Promise<string[]> {
    const { Attributes } = await this.db.send(
      new DeleteCommand({ TableName: this.table, Key: KEY, ReturnValues: 'ALL_OLD' }),
    );
    return [...((Attributes?.reports as Set<string> | undefined) ?? [])].sort();
  }
}
