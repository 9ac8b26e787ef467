import { Unavailable } from '@readout/runtime/errors.ts';
import type { RunOrder, StartRun } from '@readout/runtime/start-run.ts';
import { ada, exampleRun, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { connect } from './connect.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const setup = (start?: StartRun) => {
  const orders: RunOrder[] = [];
  const log = keepingLog();
  const take: StartRun = async (order) => {
    orders.push(order);
    return exampleRun();
  };
  const open = connect({ connections: tables.connections, start: start ?? take, log, now: () => noon });
  return { open, orders, log: log.entries };
};

test('records the connection and starts nothing that was not asked for', async () => {
  const { open, orders } = setup();
  expect(await open(sampleEvent('connect/plain'))).toEqual({ statusCode: 200 });
  expect(await tables.connections.of(ada.id)).toEqual([
    {
      connectionId: 'L0SM9cOFvHcCIhw=',
      owner: ada.id,
      email: ada.email,
      groups: ada.groups,
      connectedAt: noon.toISOString(),
      expiresAt: noon.getTime() / 1000 + 7200,
    },
  ]);
  expect(orders).toEqual([]);
});

test('starts the run that the handshake names, without the ticket', async () => {
  const { open, orders } = setup();
  await open(sampleEvent('connect/report'));
  expect(orders).toEqual([
    {
      report: 'taxi/daily',
      title: 'taxi/daily',
      topic: 'left',
      inputs: { month: '2015-12', vendor: ['1', '2'] },
      caller: expect.objectContaining({ id: ada.id, groups: ['analysts'] }),
    },
  ]);
});

test('the connection is known before the run starts', async () => {
  let known = 0;
  const { open } = setup(async () => {
    known = (await tables.connections.of(ada.id)).length;
    return exampleRun();
  });
  await open(sampleEvent('connect/report'));
  expect(known).toBe(1);
});

test.each([
  ['malformed', sampleEvent('connect/malformed-report'), '../schema/flights'],
  ['empty', { ...sampleEvent('connect/plain'), multiValueQueryStringParameters: { report: [''] } }, ''],
  [
    'given twice',
    { ...sampleEvent('connect/plain'), multiValueQueryStringParameters: { report: ['a', 'b'] } },
    'a,b',
  ],
])('leaves a report name that is %s to the workflow', async (_case, event, report) => {
  const { open, orders } = setup();
  expect(await open(event)).toEqual({ statusCode: 200 });
  expect(orders).toMatchObject([{ report }]);
});

test('refuses a handshake whose run cannot be started, and forgets the connection', async () => {
  const { open } = setup(() => Promise.reject(new Unavailable('later')));
  expect(await open(sampleEvent('connect/report'))).toEqual({ statusCode: 503 });
  expect(await tables.connections.of(ada.id)).toEqual([]);
});

test('refuses a handshake without a caller', async () => {
  const { open } = setup();
  const event = sampleEvent('connect/plain');
  delete event.requestContext.authorizer;
  expect(await open(event)).toEqual({ statusCode: 401 });
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('arn:aws:…');
  const { open, log } = setup(() => Promise.reject(secret));
  expect(await open(sampleEvent('connect/report'))).toEqual({ statusCode: 500 });
  expect(log).toEqual([expect.objectContaining({ level: 'error', detail: secret })]);
});
