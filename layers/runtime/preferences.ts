import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { holds } from './transaction.ts';

/** The most preferences of one person. Two devices that each add one at the same moment may get one further. */
export const MOST_PREFERENCES = 50;

/** What people have set for themselves. Each value is kept as JSON text, so that every value comes back as it was. */
export class Preferences {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** Everything that a person has set, by name. */
  async of(owner: string): Promise<Record<string, unknown>> {
    const found = await this.items(owner);
    return Object.fromEntries(found.map(({ name, value }) => [name, JSON.parse(value)]));
  }

  /** Keeps a value under a name; false when the person has the most already and this would be another. */
  async set(owner: string, name: string, value: unknown): Promise<boolean> {
    const text = JSON.stringify(value);
    if (await this.replace(owner, name, text)) return true;
    if ((await this.items(owner)).length >= MOST_PREFERENCES) return false;
    await this.db.send(new PutCommand({ TableName: this.table, Item: { owner, name, value: text } }));
    return true;
  }

  /** Forgets a name; one that is not set is no error. */
  async remove(owner: string, name: string): Promise<void> {
    await this.db.send(new DeleteCommand({ TableName: this.table, Key: { owner, name } }));
  }

  /** False when there is none of that name. */
  private replace(owner: string, name: string, text: string): Promise<boolean> {
    return holds(
      this.db.send(
        new UpdateCommand({
          TableName: this.table,
          Key: { owner, name },
          UpdateExpression: 'SET #value = :value',
          ConditionExpression: 'attribute_exists(#owner)',
          ExpressionAttributeNames: { '#value': 'value', '#owner': 'owner' },
          ExpressionAttributeValues: { ':value': text },
        }),
      ),
    );
  }

  private async items(owner: string): Promise<{ name: string; value: string }[]> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.table,
        ConsistentRead: true,
        KeyConditionExpression: '#owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':owner': owner },
      },
    );
    const found: { name: string; value: string }[] = [];
    for await (const { Items = [] } of pages) found.push(...(Items as { name: string; value: string }[]));
    return found;
  }
}
