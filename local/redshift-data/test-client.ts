import { randomUUID } from 'node:crypto';
import {
  DescribeStatementCommand,
  type DescribeStatementCommandOutput,
  ExecuteStatementCommand,
  type ExecuteStatementCommandInput,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { serve, type TestServer } from '../protocol/test-server.ts';
import type { Clock } from '../service.ts';
import { createRedshiftData, type RedshiftDataOptions, type StatementEvent } from './index.ts';

/** Headers of a request that was signed somehow. */
export const signed = (operation: string): Record<string, string> => ({
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': `RedshiftData.${operation}`,
  'x-amz-date': '20260131T120000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260131/us-east-1/redshift-data/aws4_request, SignedHeaders=host, Signature=00',
});

/** A running emulator and the real SDK's client for it; for tests. */
export interface TestClient {
  client: RedshiftDataClient;
  server: TestServer;
  events: StatementEvent[];
  clock: { time: number };
  /** Runs one statement to its end. */
  run(Sql: string, more?: Partial<ExecuteStatementCommandInput>): Promise<DescribeStatementCommandOutput>;
  /** Rows as texts; a NULL is null. */
  rows(Sql: string, more?: Partial<ExecuteStatementCommandInput>): Promise<(string | null)[][]>;
  close(): Promise<void>;
}

const nowhere = async (): Promise<never> => {
  throw new Error('there is no S3 in this test');
};

export const startTestClient = async (options: Partial<RedshiftDataOptions> = {}): Promise<TestClient> => {
  const events: StatementEvent[] = [];
  const clock = { time: Date.parse('2026-01-31T12:00:00.250Z') };
  const injected: Clock = { now: () => new Date(clock.time) };
  const service = await createRedshiftData({
    clock: injected,
    newId: randomUUID,
    account: '000000000000',
    region: 'us-east-1',
    objects: { localPaths: async () => [], store: nowhere, clear: nowhere },
    publish: (event) => void events.push(event),
    targets: () => [{ workgroupName: 'analytics' }, { clusterIdentifier: 'warehouse' }],
    ...options,
  });
  const server = await serve(service);
  const client = new RedshiftDataClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const run: TestClient['run'] = async (Sql, more) => {
    const input = { Sql, WorkgroupName: 'analytics', Database: 'dev', ...more };
    const { Id } = await client.send(new ExecuteStatementCommand(input));
    return client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
  };
  const rows: TestClient['rows'] = async (sql, more) => {
    const { Id, Error: failure } = await run(sql, more);
    if (failure) throw new Error(failure);
    const { Records = [] } = await client.send(new GetStatementResultCommand({ Id }));
    return Records.map((row) => row.map((field) => (field.isNull ? null : String(Object.values(field)[0]))));
  };
  const close = async () => {
    client.destroy();
    await server.close();
  };
  return { client, server, events, clock, run, rows, close };
};
