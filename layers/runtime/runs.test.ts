import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { cursorAt } from './cursor.ts';
import type { Change, RunKey, RunRecord } from './run-record.ts';
import { ada, bob, exampleRun, runId, statementId } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const later = new Date('2015-12-01T12:00:05.000Z');
let tables: TestTables;
beforeAll(async () => {
  tables = await testTables();
});
afterAll(() => tables.close());

/** Each test has a person of its own in the one table. */
let people = 0;
let key: RunKey;
beforeEach(() => {
  people += 1;
  key = { owner: `person-${people}`, runId };
});

const recorded = (change: Partial<RunRecord> = {}): Promise<RunRecord> =>
  tables.runs.create(exampleRun({ ...key, ...change }));

test('keeps a run as it is, numbers beyond DynamoDB and empty texts included', async () => {
  const record = await recorded({ inputs: { least: 1e300, name: '', hours: [7, 8] }, topic: 'left' });
  expect(record).toMatchObject({ inputs: { least: 1e300, name: '' }, caller: ada });
  expect(await tables.runs.get(key)).toEqual(record);
});

test('an id is taken once', async () => {
  const record = await recorded();
  await expect(recorded({ topic: 'second' })).rejects.toThrow('taken');
  expect(await tables.runs.get(key)).toEqual(record);
});

test('a person finds only their own runs', async () => {
  const record = await recorded();
  expect(await tables.runs.owned(runId, key.owner)).toEqual(record);
  await expect(tables.runs.owned(runId, bob.id)).rejects.toMatchObject({ name: 'RunNotFound' });
  expect(await tables.runs.get({ owner: bob.id, runId })).toBeUndefined();
});

test('nobody changes a run under the name of another person', async () => {
  const record = await recorded();
  const theirs = { owner: bob.id, runId };
  expect(await tables.runs.transition(theirs, { status: 'cancelled', at: later })).toBeUndefined();
  expect(await tables.runs.place(theirs, 1, later)).toBeUndefined();
  expect(await tables.runs.relaunch(theirs, 5)).toBe(false);
  expect(await tables.runs.get(key)).toEqual(record);
  expect(await tables.runs.get(theirs)).toBeUndefined();
});

test.each(['8a0d7f37-0000-4000-8000-000000000000', '', 'x'.repeat(5000), '../runs', 'ledger'])(
  'there is no run %p',
  async (id) => {
    await recorded();
    await expect(tables.runs.owned(id, key.owner)).rejects.toMatchObject({ name: 'RunNotFound' });
  },
);

test('a change of status brings its cursor, times and fields', async () => {
  await recorded();
  const running = await tables.runs.transition(key, { status: 'running', at: later, statementId });
  expect(running).toEqual(
    exampleRun({
      ...key,
      status: 'running',
      statementId,
      startedAt: later.toISOString(),
      changedAt: later.toISOString(),
      cursor: cursorAt(2),
    }),
  );
  expect(await tables.runs.get(key)).toEqual(running);
});

test('the end of a run brings its error and the time of its end', async () => {
  await recorded({ status: 'running' });
  const error = { name: 'QueryFailed', message: 'ERROR: division by zero' } as const;
  const failed = await tables.runs.transition(key, { status: 'failed', at: later, error });
  expect(failed).toMatchObject({ status: 'failed', endedAt: later.toISOString(), error });
  expect(failed?.startedAt).toBeUndefined();
  expect(await tables.runs.get(key)).toEqual(failed);
});

const final = ['succeeded', 'failed', 'cancelled'] as const;
const allowed: [RunRecord['status'], Change['status']][] = [
  ['queued', 'running'],
  ...final.flatMap((to): [RunRecord['status'], Change['status']][] => [
    ['queued', to],
    ['running', to],
  ]),
];
const every = (['queued', 'running', ...final] as const).flatMap((from) =>
  (['running', ...final] as const).map((to) => [from, to] as const),
);

test.each(every)('from %s to %s happens only when it is a step forward', async (from, to) => {
  const before = await recorded({ status: from });
  const after = await tables.runs.transition(key, { status: to, at: later });
  const isAllowed = allowed.some((pair) => pair[0] === from && pair[1] === to);
  expect(after?.status).toBe(isAllowed ? to : undefined);
  expect(await tables.runs.get(key)).toEqual(isAllowed ? after : before);
});

test('a change may ask for more than the state', async () => {
  const before = await recorded();
  const change = { status: 'failed', at: later } as const;
  expect(await tables.runs.transition(key, change, ({ statement }) => statement !== undefined)).toBe(
    undefined,
  );
  expect(await tables.runs.get(key)).toEqual(before);
  expect(await tables.runs.transition(key, change, ({ statement }) => statement === undefined)).toEqual(
    expect.objectContaining({ status: 'failed' }),
  );
});

test('a run that does not exist is not made by a change', async () => {
  expect(await tables.runs.transition(key, { status: 'succeeded', at: later })).toBeUndefined();
  const { Item } = await tables.db.send(new GetCommand({ TableName: 'runs', Key: key }));
  expect(Item).toBeUndefined();
});
