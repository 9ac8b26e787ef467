import { noon } from '@readout/runtime/testing/examples.ts';
import { type Admitting, admitting, asked, keyOf } from './testing/admitting.ts';

const reading = (...reads: string[]) => asked(1, { admission: { key: undefined, reads } });
let world: Admitting;
beforeEach(async () => {
  world = await admitting({ perPerson: 1, perReport: 1 });
  await world.tables.datasets.markLoaded(['nyc_yellow_taxi'], noon);
});
afterEach(() => world.close());

const noted = async () => (await world.statements.get(asked(1).runId))?.dataLoadedAt;

test('a statement that may be sent is told when its data was loaded', async () => {
  expect(await world.admit(reading('nyc_yellow_taxi'))).toBe('execute');
  expect(await noted()).toBe(noon.toISOString());
});

test.each([
  ['whose report names no table', []],
  ['whose report reads a table of which no load is known', ['nyc_yellow_taxi', 'weather']],
])('one %s is told nothing', async (_what, reads) => {
  expect(await world.admit(reading(...reads))).toBe('execute');
  expect(await noted()).toBeUndefined();
});

test('one that stands in line is told when its turn comes, since loads go on', async () => {
  await world.admit(asked(8));
  const waiting = reading('nyc_yellow_taxi');
  expect(await world.admit(waiting)).toBe('waiting');
  expect(await noted()).toBeUndefined();
  const held = await world.statements.get(asked(8).runId);
  if (held) await world.limits.release(held, noon);
  const later = new Date(noon.getTime() + 60_000);
  await world.tables.datasets.markLoaded(['nyc_yellow_taxi'], later);
  expect(await world.start(waiting)).toEqual({ decision: 'execute' });
  expect(await noted()).toBe(later.toISOString());
});

test('loads that cannot be read hinder no run, and are logged', async () => {
  const datasets = { loads: () => Promise.reject(new Error('throttled')) };
  expect(await world.admit(reading('nyc_yellow_taxi'), { datasets })).toBe('execute');
  expect(world.log.entries).toEqual([expect.objectContaining({ level: 'warn' })]);
});

test('who reuses its result is told what was told of it', async () => {
  const statement = { status: 'succeeded', statementId: 's', startedAt: noon.toISOString() } as const;
  await world.sharing(7, {
    ...statement,
    endedAt: noon.toISOString(),
    dataLoadedAt: '2015-11-30T00:00:00.000Z',
  });
  const run = asked(1);
  expect(await world.admit(run)).toBe('reused');
  expect(await world.runs.get(keyOf(run))).toMatchObject({ dataLoadedAt: '2015-11-30T00:00:00.000Z' });
});
