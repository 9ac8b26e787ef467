import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import { ScheduleNotFound } from '../errors.ts';
import type { ScheduleKey, ScheduleRecord } from './schedule-record.ts';

/** The most schedules of one person. Two that are made at the same moment may get one further. */
export const MOST_SCHEDULES = 50;

/** What is no id at all is not looked up: DynamoDB refuses a key that is empty or too long. */
const ID = /^[\w-]{1,64}$/;

/** The schedules of reports in their table. Inputs are kept as JSON text, so that each comes back as it was. */
export class Schedules {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** All of a person, the oldest first. */
  async of(owner: string): Promise<ScheduleRecord[]> {
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
    const found: ScheduleRecord[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(recordFrom));
    return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  async find({ owner, id }: ScheduleKey): Promise<ScheduleRecord | undefined> {
    if (!ID.test(id)) return undefined;
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.table, Key: { owner, id }, ConsistentRead: true }),
    );
    return Item && recordFrom(Item);
  }

  /** Throws ScheduleNotFound alike for one that is missing and one of someone else. */
  async owned(key: ScheduleKey): Promise<ScheduleRecord> {
    const record = await this.find(key);
    if (!record) throw new ScheduleNotFound('There is no such schedule.');
    return record;
  }

  async put({ inputs, ...record }: ScheduleRecord): Promise<void> {
    await this.db.send(
      new PutCommand({ TableName: this.table, Item: { ...record, inputs: JSON.stringify(inputs) } }),
    );
  }

  async remove({ owner, id }: ScheduleKey): Promise<void> {
    await this.db.send(new DeleteCommand({ TableName: this.table, Key: { owner, id } }));
  }
}

const recordFrom = ({ inputs, ...item }: Record<string, unknown>): ScheduleRecord =>
  ({ ...item, inputs: JSON.parse(String(inputs)) }) as ScheduleRecord;
