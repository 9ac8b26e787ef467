import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { holds } from '../transaction.ts';

/** How long equal runs may find a statement at most, in seconds: a result is kept for 24 hours. */
const LIFE = 24 * 3600;

/** Which statement the runs of one key share at the moment, in the statements' own table. */
export class Shares {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** The leader of the statement of this key. */
  async leader(key: string): Promise<string | undefined> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.table, Key: { id: idOf(key) }, ConsistentRead: true }),
    );
    return Item?.leader;
  }

  /** Puts a leader in the place of the one that was found, or leaves it there; false when another was faster. */
  async claim(key: string, leader: string, found: string | undefined, now: Date): Promise<boolean> {
    return holds(
      this.db.send(
        new PutCommand({
          TableName: this.table,
          Item: { id: idOf(key), leader, expiresAt: Math.floor(now.getTime() / 1000) + LIFE },
          ConditionExpression:
            found === undefined
              ? 'attribute_not_exists(id) OR leader = :leader'
              : 'leader IN (:found, :leader)',
          ExpressionAttributeValues: { ':leader': leader, ...(found !== undefined && { ':found': found }) },
        }),
      ),
    );
  }
}

const idOf = (key: string): string => `share:${key}`;
