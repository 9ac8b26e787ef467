import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { TimeToLiveSpecification } from '@aws-sdk/client-dynamodb';
import { ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { isConditionFailure } from './conditional-write.ts';
import type { Engine } from './engine.ts';
import { type Item, keyOf } from './items.ts';

/** DynamoDB never expires what lies further back (Developer Guide, "Using time to live"). */
const fiveYears = 5 * 365 * 24 * 3600;

/** Which attribute of each table says when an item ends; kept in a file, because dynalite does not know it. */
export class TimeToLive {
  readonly #attributes: Map<string, string>;

  constructor(
    readonly engine: Engine,
    readonly clock: Clock,
    readonly file: string,
  ) {
    this.#attributes = new Map(Object.entries(readJson(file)));
  }

  /** The deployment's setting: the same again is no error. */
  async set(table: string, { Enabled, AttributeName = '' }: TimeToLiveSpecification): Promise<void> {
    if (Enabled) this.#attributes.set(table, AttributeName);
    else this.#attributes.delete(table);
    await writeFile(this.file, JSON.stringify(Object.fromEntries(this.#attributes)));
  }

  /** UpdateTimeToLive. Throws ResourceNotFoundException, and ValidationException when nothing would change. */
  async update(table: string, specification: TimeToLiveSpecification): Promise<object> {
    this.engine.now('DescribeTable', { TableName: table });
    if (Boolean(specification.Enabled) === this.#attributes.has(table))
      throw new ServiceError(
        'ValidationException',
        `TimeToLive is already ${specification.Enabled ? 'enabled' : 'disabled'}`,
      );
    await this.set(table, specification);
    return { TimeToLiveSpecification: specification };
  }

  /** DescribeTimeToLive. Throws ResourceNotFoundException. */
  describe(table: string): object {
    this.engine.now('DescribeTable', { TableName: table });
    const AttributeName = this.#attributes.get(table);
    return {
      TimeToLiveDescription: AttributeName
        ? { TimeToLiveStatus: 'ENABLED', AttributeName }
        : { TimeToLiveStatus: 'DISABLED' },
    };
  }

  /** Deletes every item whose time is over and returns how many there were. */
  async deleteExpired(): Promise<number> {
    let deleted = 0;
    for (const [table, attribute] of this.#attributes) {
      for (const item of await this.#expired(table, attribute))
        deleted += this.#delete(table, attribute, item);
    }
    return deleted;
  }

  async #expired(TableName: string, attribute: string): Promise<Item[]> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const items: Item[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const page = await this.engine.call<{ Items: Item[]; LastEvaluatedKey?: Item }>('Scan', {
        TableName,
        ExclusiveStartKey,
        FilterExpression: '#end between :oldest and :now',
        ExpressionAttributeNames: { '#end': attribute },
        ExpressionAttributeValues: { ':oldest': { N: `${now - fiveYears}` }, ':now': { N: `${now}` } },
      });
      items.push(...page.Items);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  }

  /** Leaves an item alone whose end was moved since it was read. */
  #delete(TableName: string, attribute: string, item: Item): number {
    try {
      this.engine.now('DeleteItem', {
        TableName,
        Key: keyOf(this.engine, TableName, item),
        ConditionExpression: '#end = :end',
        ExpressionAttributeNames: { '#end': attribute },
        ExpressionAttributeValues: { ':end': item[attribute] },
      });
      return 1;
    } catch (error) {
      if (isConditionFailure(error)) return 0;
      throw error;
    }
  }
}

const readJson = (file: string): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
};
