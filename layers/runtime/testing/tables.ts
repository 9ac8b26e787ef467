import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentsOver } from '../clients.ts';
import { Connections } from '../connections.ts';
import { Runs } from '../runs.ts';
import { Tickets } from '../tickets.ts';

const dynalite: (options: object) => Server = createRequire(import.meta.url)('dynalite');

/** The application's tables, empty, in an in-memory DynamoDB behind a real socket. */
export interface TestTables {
  db: DynamoDBDocumentClient;
  runs: Runs;
  connections: Connections;
  tickets: Tickets;
  close(): Promise<void>;
}

const table = (name: string, hash: string, byOwner?: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [hash, ...(byOwner ? ['owner', byOwner] : [])]
    .filter((column, index, all) => all.indexOf(column) === index)
    .map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [{ AttributeName: hash, KeyType: 'HASH' }],
  ...(byOwner && {
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byOwner',
        KeySchema: [
          { AttributeName: 'owner', KeyType: 'HASH' },
          { AttributeName: byOwner, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  }),
});

export const testTables = async (): Promise<TestTables> => {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(new CreateTableCommand(table('runs', 'runId', 'cursor')));
  await client.send(new CreateTableCommand(table('connections', 'connectionId', 'connectionId')));
  await client.send(new CreateTableCommand(table('tickets', 'ticketHash')));
  const db = documentsOver(client);
  return {
    db,
    runs: new Runs(db, 'runs'),
    connections: new Connections(db, 'connections'),
    tickets: new Tickets(db, 'tickets'),
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
