import type { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { tendConnections } from './tend-connections.ts';

const MINUTE = 60_000;
const ago = (milliseconds: number): Date => new Date(noon.getTime() - milliseconds);

let tables: TestTables;
let heard: Record<string, { LastActiveAt?: Date; ConnectedAt?: Date } | Error>;
let asked: string[];
let log: ReturnType<typeof keepingLog>;
beforeEach(async () => {
  tables = await testTables();
  [heard, asked, log] = [{}, [], keepingLog()];
});
afterEach(() => tables.close());

const gone = () => Object.assign(new Error('gone'), { name: 'GoneException' });

/** API Gateway at the seam of the SDK's client: what it has heard of each connection. */
const sockets = {
  send: async (command: { constructor: { name: string }; input: { ConnectionId: string } }) => {
    const { ConnectionId: id } = command.input;
    const operation = command.constructor.name.replace('ConnectionCommand', '');
    asked.push(`${operation} ${id}`);
    const answer = heard[`${operation} ${id}`] ?? (operation === 'Get' ? (heard[id] ?? gone()) : {});
    if (answer instanceof Error) throw answer;
    return answer;
  },
} as unknown as ApiGatewayManagementApiClient;

const connect = async (connectionId: string, { age = 120, left = 3600 } = {}): Promise<void> =>
  tables.connections.add({
    connectionId,
    owner: 'ada',
    email: 'ada@example.com',
    connectedAt: ago(age * 1000).toISOString(),
    expiresAt: noon.getTime() / 1000 + left,
  });
const tend = (now = noon) =>
  tendConnections({ connections: tables.connections, sockets, log, now: () => now }).run();
const left = async () => (await tables.connections.all()).map(({ connectionId }) => connectionId).sort();

test.each([
  ['is heard of', { LastActiveAt: ago(11 * MINUTE) }, {}],
  ['has said nothing yet and is new', { ConnectedAt: ago(MINUTE) }, {}],
  ['has a second left', { LastActiveAt: noon }, { left: 1 }],
])('one that %s is kept', async (_case, answer, connection) => {
  await connect('one', connection);
  heard.one = answer;
  await tend();
  expect(await left()).toEqual(['one']);
  expect(asked).toEqual(['Get one']);
});

test.each([
  ['is silent for longer than eleven minutes', { LastActiveAt: ago(11 * MINUTE + 1) }, {}],
  ['has never said anything since', { ConnectedAt: ago(11 * MINUTE + 1) }, {}],
  ['is not known to have said or done anything', {}, {}],
  ['should have ended', { LastActiveAt: noon }, { left: -1 }],
])('one that %s is ended and cleared', async (_case, answer, connection) => {
  await connect('one', connection);
  heard.one = answer;
  await tend();
  expect(await left()).toEqual([]);
  expect(asked).toEqual(['Get one', 'Delete one']);
});

test('one that is gone is cleared', async () => {
  await connect('one');
  await tend();
  expect(await left()).toEqual([]);
  expect(asked).toEqual(['Get one']);
});

test('one that goes just before it is ended is cleared', async () => {
  await connect('one');
  heard.one = { LastActiveAt: ago(20 * MINUTE) };
  heard['Delete one'] = gone();
  await tend();
  expect(await left()).toEqual([]);
});

test('each is looked at once in ten minutes', async () => {
  for (let second = 0; second < 10; second++) {
    await connect(`c${second}`, { age: second });
    heard[`c${second}`] = { LastActiveAt: new Date(noon.getTime() + 10 * MINUTE) };
  }
  for (let minute = 0; minute < 10; minute++) {
    await tend(new Date(noon.getTime() + minute * MINUTE));
    expect(asked).toHaveLength(minute + 1);
  }
  expect(new Set(asked).size).toBe(10);
});

test.each(['Get one', 'Delete one'])(
  '%s that goes wrong hinders no other, and is said',
  async (operation) => {
    for (const id of ['one', 'two', 'zero']) {
      await connect(id);
      heard[id] = { LastActiveAt: ago(20 * MINUTE) };
    }
    heard[operation] = new Error('busy');
    await expect(tend()).rejects.toThrow('1 connections could not be reconciled.');
    expect(await left()).toEqual(['one']);
    expect(log.entries).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringContaining('one') }),
    ]);
  },
);
