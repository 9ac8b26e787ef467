import type { Change, RunRecord } from './run-record.ts';
import { ada, bob, exampleRun, noon, runId, statementId } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const later = new Date('2015-12-01T12:00:05.000Z');
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const recorded = async (change: Partial<RunRecord> = {}): Promise<RunRecord> => {
  const record = exampleRun(change);
  await tables.runs.create(record);
  return record;
};

test('keeps a run as it is, numbers beyond DynamoDB and empty texts included', async () => {
  const record = await recorded({ inputs: { least: 1e300, name: '', hours: [7, 8] }, topic: 'left' });
  expect(await tables.runs.get(runId)).toEqual(record);
});

test('an id is taken once', async () => {
  await recorded();
  await expect(recorded({ owner: bob.id })).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
  });
  expect(await tables.runs.get(runId)).toMatchObject({ owner: ada.id });
});

test('a person finds only their own runs', async () => {
  const record = await recorded();
  expect(await tables.runs.owned(runId, ada.id)).toEqual(record);
  await expect(tables.runs.owned(runId, bob.id)).rejects.toMatchObject({ name: 'RunNotFound' });
});

test.each(['8a0d7f37-0000-4000-8000-000000000000', '', 'x'.repeat(5000), '../runs'])(
  'there is no run %p',
  async (id) => {
    await expect(tables.runs.owned(id, ada.id)).rejects.toMatchObject({ name: 'RunNotFound' });
  },
);

test('a change of status brings its cursor, time and fields', async () => {
  await recorded();
  const running = await tables.runs.transition(runId, { status: 'running', at: later, statementId });
  expect(running).toEqual(
    exampleRun({
      status: 'running',
      statementId,
      startedAt: later.toISOString(),
      cursor: `${later.toISOString()}#${runId}`,
    }),
  );
  const error = { name: 'QueryFailed', message: 'ERROR: division by zero' } as const;
  expect(await tables.runs.transition(runId, { status: 'failed', at: later, error })).toMatchObject({
    status: 'failed',
    endedAt: later.toISOString(),
    error,
  });
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
  const after = await tables.runs.transition(runId, { status: to, at: later });
  const isAllowed = allowed.some((pair) => pair[0] === from && pair[1] === to);
  expect(after?.status).toBe(isAllowed ? to : undefined);
  if (!isAllowed) expect(await tables.runs.get(runId)).toEqual(before);
});

test('a run that does not exist is not made by a change', async () => {
  expect(await tables.runs.transition(runId, { status: 'succeeded', at: later })).toBeUndefined();
  expect(await tables.runs.get(runId)).toBeUndefined();
});

test('what was told is noted only on the state that was told', async () => {
  const queued = await recorded();
  const ended = await tables.runs.transition(runId, { status: 'succeeded', at: later });
  await tables.runs.markTold(queued);
  expect(await tables.runs.get(runId)).toEqual(ended);
  await tables.runs.markTold(ended as RunRecord);
  expect(await tables.runs.get(runId)).toMatchObject({ told: ended?.cursor });
});

describe('the runs of a person', () => {
  const id = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-00000000000${index}`;
  const at = (index: number): string =>
    `${new Date(noon.getTime() + index * 1000).toISOString()}#${id(index)}`;
  beforeEach(async () => {
    for (const index of [3, 1, 2]) await recorded({ runId: id(index), cursor: at(index) });
    await recorded({ owner: bob.id });
  });

  test('that changed since a cursor come in the order of their changes', async () => {
    const runs = await tables.runs.changedSince(ada.id, at(1), 10);
    expect(runs.map(({ runId }) => runId)).toEqual([id(2), id(3)]);
    expect(await tables.runs.changedSince(ada.id, at(3), 10)).toEqual([]);
  });

  test('are cut off at the limit: the earliest after a cursor, the newest without', async () => {
    expect((await tables.runs.changedSince(ada.id, at(1), 1)).map(({ runId }) => runId)).toEqual([id(2)]);
    expect((await tables.runs.newest(ada.id, 2)).map(({ runId }) => runId)).toEqual([id(2), id(3)]);
  });
});
