import { startRun } from './start-run.ts';
import { ada, keepingLog, noon, runKey } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const order = {
  report: 'taxi/daily',
  title: 'Yellow taxi',
  inputs: { month: '2015-12' },
  topic: 'left',
  requestId: 'r1',
  caller: ada,
};
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const setup = (launch: () => Promise<void> = async () => undefined) => {
  const log = keepingLog();
  const start = startRun({
    runs: tables.runs,
    launch,
    log,
    newId: () => runKey.runId,
    newPageKey: () => 'page-key',
    now: () => noon,
  });
  return { log, start };
};

test('a run is recorded as queued before its workflow starts', async () => {
  let recordedFirst: unknown;
  const { start } = setup(async () => {
    recordedFirst = await tables.runs.get(runKey);
  });
  const run = await start(order);
  expect(recordedFirst).toEqual(run);
  expect(run).toEqual({
    ...order,
    ...runKey,
    status: 'queued',
    cursor: '000000000000001',
    createdAt: noon.toISOString(),
    changedAt: noon.toISOString(),
    ownerEmail: ada.email,
    pageKey: 'page-key',
    expiresAt: noon.getTime() / 1000 + 30 * 24 * 3600,
  });
});

test.each(['fresh', 'email'] as const)(
  'the wish %s is kept, and left out where there is none',
  async (wish) => {
    const { start } = setup();
    await start({ ...order, [wish]: true });
    expect(await tables.runs.get(runKey)).toMatchObject({ [wish]: true });
  },
);

test.each(['fresh', 'email'] as const)('no wish %s is none', async (wish) => {
  expect(await setup().start({ ...order, [wish]: false })).not.toHaveProperty(wish);
});

test('a run whose workflow does not start has failed, and only the log says why', async () => {
  const cause = new Error('no such machine: arn:workflow');
  const { start, log } = setup(() => Promise.reject(cause));
  await expect(start(order)).rejects.toMatchObject({ name: 'Unavailable' });
  const run = await tables.runs.get(runKey);
  expect(run).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
  expect(JSON.stringify(run)).not.toContain('arn:workflow');
  expect(log.entries).toEqual([expect.objectContaining({ level: 'error', detail: cause })]);
});

test('a run that was cancelled before its workflow did not start stays cancelled', async () => {
  const { start } = setup(async () => {
    await tables.runs.transition(runKey, { status: 'cancelled', at: noon });
    throw new Error('too late');
  });
  await expect(start(order)).rejects.toMatchObject({ name: 'Unavailable' });
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'cancelled' });
});

test('nothing is started for a run that cannot be recorded', async () => {
  let launched = 0;
  const { start } = setup(async () => {
    launched += 1;
  });
  await start(order);
  await expect(start(order)).rejects.toThrow('taken');
  expect(launched).toBe(1);
});
