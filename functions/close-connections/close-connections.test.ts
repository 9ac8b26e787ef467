import { setTimeout } from 'node:timers/promises';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { rest } from '@readout/runtime/rest.ts';
import { ada, bob, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { closeConnections } from './close-connections.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
  await Promise.all([connect('a1='), connect('a2='), connect('b1=', bob.id)]);
});
afterEach(() => tables.close());

const connect = (connectionId: string, owner = ada.id): Promise<void> =>
  tables.connections.add({
    connectionId,
    owner,
    email: 'ada@example.com',
    connectedAt: noon.toISOString(),
    expiresAt: 2_000_000_000,
  });

/** Who is connected still, as the table says. */
const left = async (): Promise<string[]> =>
  (await tables.connections.all()).map(({ connectionId }) => connectionId).sort();

/** API Gateway at the seam of the SDK's client; it refuses at once the connections that `refusals` names. */
const setup = (refusals: Record<string, Error> = {}) => {
  const closed: string[] = [];
  const send = async (command: unknown) => {
    if (!(command instanceof DeleteConnectionCommand)) throw new Error('not in this test’s API Gateway');
    const { ConnectionId = '' } = command.input;
    const refusal = refusals[ConnectionId];
    if (refusal) throw refusal;
    await setTimeout(20);
    closed.push(ConnectionId);
    return {};
  };
  const sockets = Object.assign(new ApiGatewayManagementApiClient({ region: 'us-east-1' }), { send });
  const log = keepingLog();
  const handler = rest(
    { log, pageOrigin: 'https://page', clientId: 'UserPoolClient' },
    closeConnections({ connections: tables.connections, sockets }),
  );
  const call = async () => {
    const { statusCode, body } = await handler(sampleEvent('close-connections/rest'));
    return { statusCode, body: JSON.parse(body) };
  };
  return { call, closed, log: log.entries };
};

const gone = new GoneException({ $metadata: {}, message: 'Gone' });

test('ends every connection of the caller, and nobody else’s', async () => {
  const { call, closed } = setup();
  expect(await call()).toEqual({ statusCode: 200, body: { closed: 2 } });
  expect(closed.sort()).toEqual(['a1=', 'a2=']);
  expect(await left()).toEqual(['b1=']);
});

test('one that is gone already is forgotten, and is no error', async () => {
  const { call, closed } = setup({ 'a1=': gone });
  expect(await call()).toMatchObject({ statusCode: 200 });
  expect(closed).toEqual(['a2=']);
  expect(await left()).toEqual(['b1=']);
});

test('who has none may ask all the same', async () => {
  const { call, closed } = setup();
  await call();
  expect(await call()).toEqual({ statusCode: 200, body: { closed: 0 } });
  expect(closed).toHaveLength(2);
});

test('one that could not be ended is an error in the end, and stays known for another try', async () => {
  const refused = Object.assign(new Error('arn:aws:…'), { name: 'ForbiddenException' });
  const refusals: Record<string, Error> = { 'a1=': refused };
  const { call, closed, log } = setup(refusals);
  const { statusCode, body } = await call();
  expect([statusCode, body.error.name]).toEqual([500, 'InternalError']);
  expect(log).toEqual([expect.objectContaining({ detail: refused })]);
  expect(closed).toEqual(['a2=']);
  expect(await left()).toEqual(['a1=', 'b1=']);
  delete refusals['a1='];
  expect(await call()).toMatchObject({ statusCode: 200 });
  expect(closed.sort()).toEqual(['a1=', 'a2=']);
  expect(await left()).toEqual(['b1=']);
});
