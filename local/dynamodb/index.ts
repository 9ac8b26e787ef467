import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { awsJson, type JsonOperation } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import { conditionalWrite } from './conditional-write.ts';
import { createTable, type DeployedTable, type TableProperties, tableShape } from './create-table.ts';
import { type Engine, openEngine } from './engine.ts';
import { TimeToLive } from './time-to-live.ts';
import { transactGetItems } from './transact-get-items.ts';
import { transactWriteItems } from './transact-write-items.ts';

export interface DynamoDb extends Service {
  /** Deploys `AWS::DynamoDB::Table`; a table of an earlier start is kept with its items. */
  createTable(properties: TableProperties): Promise<DeployedTable>;
  /** What the background task does once a minute: deletes items past their time to live; returns how many. */
  deleteExpired(): Promise<number>;
}

export interface DynamoDbOptions {
  stateDir: string;
  clock: Clock;
  account: string;
  region: string;
  /** How long a table stays CREATING, UPDATING or DELETING. */
  createTableMs?: number;
}

/** Operations that dynalite answers as DynamoDB does. */
const forwarded = [
  'BatchGetItem',
  'BatchWriteItem',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'ListTagsOfResource',
  'Query',
  'Scan',
  'TagResource',
  'UntagResource',
  'UpdateTable',
];
const expiryIntervalMs = 60_000;

/** Amazon DynamoDB: dynalite behind what it lacks. */
export const createDynamoDb = async ({
  stateDir,
  clock,
  account,
  region,
  createTableMs = 0,
}: DynamoDbOptions): Promise<DynamoDb> => {
  await mkdir(stateDir, { recursive: true });
  const engine = openEngine({ file: join(stateDir, 'tables.jsonl'), createTableMs, account, region });
  const timeToLive = new TimeToLive(engine, clock, join(stateDir, 'time-to-live.json'));
  const deleteExpired = () => timeToLive.deleteExpired();
  const timer = setInterval(() => void deleteExpired().catch(console.error), expiryIntervalMs);
  return {
    name: 'dynamodb',
    handle: awsJson({ version: '1.0', operations: operationsOf(engine, timeToLive, clock) }),
    createTable: (properties) => createTable(engine, timeToLive, properties),
    deleteExpired,
    close: async () => {
      clearInterval(timer);
      engine.close();
    },
  };
};

const operationsOf = (
  engine: Engine,
  timeToLive: TimeToLive,
  clock: Clock,
): Record<string, JsonOperation> => ({
  ...Object.fromEntries(forwarded.map((name) => [name, (input: object) => engine.call(name, input)])),
  CreateTable: (input: object) => engine.call('CreateTable', tableShape(input)),
  DeleteTable: async (input: { TableName: string }) => {
    const answer = await engine.call('DeleteTable', input);
    await timeToLive.set(input.TableName, { Enabled: false, AttributeName: '' });
    return answer;
  },
  PutItem: conditionalWrite(engine, 'PutItem'),
  UpdateItem: conditionalWrite(engine, 'UpdateItem'),
  DeleteItem: conditionalWrite(engine, 'DeleteItem'),
  TransactWriteItems: transactWriteItems(engine, clock),
  TransactGetItems: transactGetItems(engine),
  UpdateTimeToLive: ({ TableName, TimeToLiveSpecification }) =>
    timeToLive.update(TableName, TimeToLiveSpecification),
  DescribeTimeToLive: ({ TableName }) => timeToLive.describe(TableName),
});
