import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cursorAt } from './cursor.ts';
import type { RunKey, RunRecord } from './run-record.ts';
import { type Membership, Runs } from './runs.ts';
import { exampleRun, noon, runId } from './testing/examples.ts';
import { meddling } from './testing/meddling.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const later = new Date('2015-12-01T12:00:05.000Z');
const membership: Membership = {
  statement: runId,
  title: 'Yellow taxi',
  scope: { sources: ['claim_region'], hash: 'h' },
  maxRows: 1000,
  resolved: { period: '2015-11-24/2015-11-30', days: ['2015-11-30', '2015-12-01'] },
};
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

test('a queued run becomes a member of a statement without a change that is told', async () => {
  const run = await recorded();
  expect(await tables.runs.attach(key, membership)).toBe(true);
  expect(await tables.runs.get(key)).toEqual({ ...run, ...membership });
});

test('it may be made so again, but never of another statement', async () => {
  const run = await recorded();
  await tables.runs.attach(key, membership);
  expect(await tables.runs.attach(key, membership)).toBe(true);
  expect(await tables.runs.attach(key, { ...membership, statement: 'other' })).toBe(false);
  expect(await tables.runs.get(key)).toEqual({ ...run, ...membership });
});

test.each(['running', 'succeeded', 'failed', 'cancelled'] as const)(
  'a run that is %s becomes no member',
  async (status) => {
    const run = await recorded({ status });
    expect(await tables.runs.attach(key, membership)).toBe(false);
    expect(await tables.runs.get(key)).toEqual(run);
  },
);

test('a run that does not exist becomes no member and is not made', async () => {
  expect(await tables.runs.attach(key, membership)).toBe(false);
  expect(await tables.runs.get(key)).toBeUndefined();
});

/** The runs, of which one becomes a member just before its next change is written. */
const joiningMeanwhile = (): Runs => {
  let joined = false;
  const db = meddling(tables.db, async (command, send) => {
    if (command instanceof TransactWriteCommand && !joined) {
      joined = true;
      await tables.runs.attach(key, membership);
    }
    return send();
  });
  return new Runs({ db, table: 'runs', wait: async () => undefined, random: () => 0 });
};

test('a run that becomes a member while it is cancelled says so: it has a statement to leave', async () => {
  await recorded();
  const cancelled = await joiningMeanwhile().transition(key, { status: 'cancelled', at: later });
  expect(cancelled).toMatchObject({ status: 'cancelled', statement: runId });
});

test('a change that is for no member is not made of a run that becomes one meanwhile', async () => {
  await recorded();
  const failed = await joiningMeanwhile().transition(
    key,
    { status: 'failed', at: later },
    ({ statement }) => statement === undefined,
  );
  expect(failed).toBeUndefined();
  expect(await tables.runs.get(key)).toMatchObject({ status: 'queued', statement: runId });
});

test('a queued run has a place in line, told as often as it changes', async () => {
  await recorded();
  const third = await tables.runs.place(key, 3, later);
  expect(third).toMatchObject({ place: 3, changedAt: later.toISOString(), cursor: cursorAt(2) });
  expect(await tables.runs.place(key, 3, later)).toBeUndefined();
  expect(await tables.runs.place(key, 2, later)).toMatchObject({ place: 2, cursor: cursorAt(3) });
});

test.each(['running', 'succeeded', 'failed', 'cancelled'] as const)(
  'a run that is %s gets no place',
  async (status) => {
    const run = await recorded({ status });
    expect(await tables.runs.place(key, 1, later)).toBeUndefined();
    expect(await tables.runs.get(key)).toEqual(run);
  },
);

test.each(['running', 'cancelled'] as const)('who is %s has no place in line any more', async (status) => {
  await recorded();
  await tables.runs.place(key, 1, noon);
  const moved = await tables.runs.transition(key, { status, at: later });
  expect(moved).not.toHaveProperty('place');
  expect(await tables.runs.get(key)).toEqual(moved);
});

test('a workflow is started again up to a limit', async () => {
  await recorded();
  const counted = [];
  for (let time = 0; time < 4; time++) counted.push(await tables.runs.relaunch(key, 3));
  expect(counted).toEqual([true, true, true, false]);
  expect(await tables.runs.get(key)).toMatchObject({ relaunches: 3, cursor: cursorAt(1) });
});

test('of those who start it again at the same time no more are counted than may be', async () => {
  await recorded();
  const counted = await Promise.all(Array.from({ length: 6 }, () => tables.runs.relaunch(key, 2)));
  expect(counted.filter((again) => again)).toHaveLength(2);
});

test('the workflow of a run that does not exist is not started again', async () => {
  expect(await tables.runs.relaunch(key, 3)).toBe(false);
});

test('what was told is noted only on the state that was told', async () => {
  const queued = await recorded();
  const ended = await tables.runs.transition(key, { status: 'succeeded', at: later });
  await tables.runs.markTold(queued);
  expect(await tables.runs.get(key)).toEqual(ended);
  await tables.runs.markTold(ended as RunRecord);
  expect(await tables.runs.get(key)).toEqual({ ...ended, told: ended?.cursor });
});

test('a run that is gone is not made by noting that it was told', async () => {
  await tables.runs.markTold(exampleRun(key));
  expect(await tables.runs.get(key)).toBeUndefined();
});
