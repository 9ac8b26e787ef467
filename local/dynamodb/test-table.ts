import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { serve, type TestServer } from '../protocol/test-server.ts';
import type { TableProperties } from './create-table.ts';
import { createDynamoDb, type DynamoDb } from './index.ts';

/** The shape of the stack's table of runs. */
export const runs: TableProperties = {
  TableName: 'runs',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'runId', AttributeType: 'S' },
    { AttributeName: 'owner', AttributeType: 'S' },
    { AttributeName: 'cursor', AttributeType: 'S' },
  ],
  KeySchema: [{ AttributeName: 'runId', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byOwner',
      KeySchema: [
        { AttributeName: 'owner', KeyType: 'HASH' },
        { AttributeName: 'cursor', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};

/** A DynamoDB in a fresh folder, its document client, and a clock that stands still. */
export class TestTable {
  root = '';
  now = new Date('2026-01-01T00:00:00Z');
  dynamoDb!: DynamoDb;
  client!: DynamoDBDocumentClient;
  #server!: TestServer;

  /** Starts with the table `runs`; `afterEach` owes it a {@link remove}. */
  static async create(): Promise<TestTable> {
    const table = new TestTable();
    table.root = await mkdtemp(join(tmpdir(), 'readout-dynamodb-'));
    await table.start();
    await table.dynamoDb.createTable(runs);
    return table;
  }

  async start(): Promise<void> {
    this.dynamoDb = await createDynamoDb(this.options());
    this.#server = await serve(this.dynamoDb);
    this.client = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: this.#server.endpoint,
        region: 'eu-west-1',
        maxAttempts: 1,
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
    );
  }

  options() {
    const clock = { now: () => this.now };
    return { stateDir: this.root, clock, account: '000000000000', region: 'eu-west-1' };
  }

  async stop(): Promise<void> {
    this.client.destroy();
    await this.#server.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.root, { recursive: true });
  }

  async put(Item: Record<string, unknown>): Promise<void> {
    await this.client.send(new PutCommand({ TableName: 'runs', Item }));
  }

  async get(runId: string): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: 'runs', Key: { runId }, ConsistentRead: true });
    return (await this.client.send(command)).Item;
  }
}
