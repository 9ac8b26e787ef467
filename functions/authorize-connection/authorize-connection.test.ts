import { callerFromConnection } from '@readout/runtime/caller.ts';
import { ada, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { authorizeConnection } from './authorize-connection.ts';

const event = sampleEvent('authorize-connection/ticket');
const { ticket } = event.queryStringParameters;
const soon = noon.getTime() / 1000 + 60;
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const authorize = () => authorizeConnection({ tickets: tables.tickets, log: keepingLog(), now: () => noon });

test('lets the holder of a ticket in, once, as its caller', async () => {
  await tables.tickets.add(ticket, ada, soon);
  const { policyDocument, context } = await authorize()(event);
  expect(policyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: event.methodArn },
  ]);
  expect(callerFromConnection(context, noon)).toEqual(ada);
  await expect(authorize()(event)).rejects.toThrow(/^Unauthorized$/);
});

test('refuses a ticket that has expired, though the table still has it', async () => {
  await tables.tickets.add(ticket, ada, noon.getTime() / 1000);
  await expect(authorize()(event)).rejects.toThrow(/^Unauthorized$/);
});

test.each([
  ['made up', event],
  ['missing', sampleEvent('authorize-connection/no-ticket')],
  ['empty', { ...event, queryStringParameters: { ticket: '' } }],
  ['without any query', { ...event, queryStringParameters: null }],
])('refuses a ticket that is %s', async (_case, handshake) => {
  await expect(authorize()(handshake)).rejects.toThrow(/^Unauthorized$/);
});

test('keeps an unknown error for the log', async () => {
  const log = keepingLog();
  const secret = new Error('arn:aws:…');
  const tickets = { use: () => Promise.reject(secret) };
  await expect(authorizeConnection({ tickets, log, now: () => noon })(event)).rejects.toThrow(
    /^InternalError$/,
  );
  expect(log.entries).toEqual([expect.objectContaining({ level: 'error', detail: secret })]);
  expect(JSON.stringify(log.entries)).not.toContain(ticket);
});
