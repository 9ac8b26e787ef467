import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import { exampleRun, noon, statementId } from '@readout/runtime/testing/examples.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { keyOf, type Tending, tending } from './testing/tending.ts';

let world: Tending;
beforeEach(async () => {
  world = await tending();
});
afterEach(() => world.close());

const run = async (index = 1) => world.tables.runs.get(keyOf(index));

test('one whose workflow never began is started again, six times at most, and then fails', async () => {
  await world.tables.runs.create(exampleRun(keyOf(1)));
  for (let minute = 1; minute <= 6; minute++) {
    await world.tendRuns();
    expect(world.launched).toHaveLength(minute);
  }
  expect(await run()).toMatchObject({ status: 'queued', relaunches: 6 });
  await world.tendRuns();
  expect(world.launched).toHaveLength(6);
  expect(await run()).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
  expect(world.told).toEqual([[idOf(1), 'failed']]);
  await world.tendRuns();
  expect(world.told).toHaveLength(1);
});

test('one that was cancelled at that moment is neither failed nor told', async () => {
  await world.tables.runs.create(exampleRun(keyOf(1)));
  const relaunch = async () => {
    await world.tables.runs.transition(keyOf(1), { status: 'cancelled', at: noon });
    return false;
  };
  await world.tendRuns({ relaunch });
  expect(await run()).toMatchObject({ status: 'cancelled' });
  expect(world.told).toEqual([]);
});

test('one whose statement is gone has failed, and is not started again', async () => {
  await world.tables.runs.create(exampleRun({ ...keyOf(1), statement: idOf(7) }));
  await world.tendRuns();
  expect(await run()).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
  expect(world.launched).toEqual([]);
});

test.each<[string, Partial<StatementRecord>, object]>([
  ['runs', { status: 'running', statementId }, { status: 'running', statementId }],
  ['has succeeded', { status: 'succeeded', statementId, rows: 31 }, { status: 'succeeded', rows: 31 }],
  ['was stopped for its time', { status: 'cancelled', timedOut: true }, { status: 'failed' }],
])('one that its statement has left behind is moved and told: it %s', async (_case, change, moved) => {
  await world.record(1, { ...change, open: false });
  await world.tables.runs.create(exampleRun({ ...keyOf(2), statement: idOf(1) }));
  await world.tendRuns();
  for (const index of [1, 2]) expect(await run(index)).toMatchObject(moved);
  expect(world.told.map(([id]) => id).sort()).toEqual([idOf(1), idOf(2)]);
  await world.tendRuns();
  expect(world.told).toHaveLength(2);
});

test.each([
  ['whether it knows so', idOf(1)],
  ['or does not yet', undefined],
])('one that leads a statement which waits is left to that: %s', async (_case, member) => {
  await world.record(1, {}, { statement: member });
  await world.tendRuns();
  expect(await run()).toMatchObject({ status: 'queued' });
  expect([world.launched, world.told]).toEqual([[], []]);
});

test('one that is young is left to its workflow', async () => {
  const createdAt = new Date(world.clock.now.getTime() - 60_000).toISOString();
  await world.tables.runs.create(exampleRun({ ...keyOf(1), createdAt }));
  await world.tendRuns();
  expect(world.launched).toEqual([]);
  world.clock.now = new Date(world.clock.now.getTime() + 1);
  await world.tendRuns();
  expect(world.launched).toEqual([idOf(1)]);
});

test('one that goes wrong hinders no other, and is said in the log and to the alarm', async () => {
  for (const index of [1, 2, 3]) await world.tables.runs.create(exampleRun(keyOf(index)));
  const relaunch: typeof world.deps.relaunch = async (key) => {
    if (key.runId === idOf(1)) throw new Error('busy');
    return world.deps.relaunch(key);
  };
  await expect(world.tendRuns({ relaunch })).rejects.toThrow('1 runs could not be reconciled.');
  expect(world.launched.sort()).toEqual([idOf(2), idOf(3)]);
  expect(world.log.entries).toEqual([
    expect.objectContaining({ level: 'error', message: expect.stringContaining(idOf(1)) }),
  ]);
});
