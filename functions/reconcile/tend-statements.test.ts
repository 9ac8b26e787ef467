import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import { bob, exampleRun, noon, statementId } from '@readout/runtime/testing/examples.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { keyOf, type Tending, tending } from './testing/tending.ts';

let world: Tending;
beforeEach(async () => {
  world = await tending();
});
afterEach(() => world.close());

const running = { status: 'running', statementId, startedAt: noon.toISOString() } as const;
const bobs = keyOf(2, bob.id);
const statement = async (index = 1) => world.tables.statements.get(idOf(index));
const run = async (key = keyOf(1)) => world.tables.runs.get(key);

describe('one that runs', () => {
  test.each([
    ['FINISHED', { ResultRows: 31 }, { status: 'succeeded', rows: 31 }],
    [
      'FAILED',
      { Error: 'ERROR: no' },
      { status: 'failed', error: { name: 'QueryFailed', message: 'ERROR: no' } },
    ],
    ['ABORTED', { ResultRows: -1 }, { status: 'cancelled' }],
  ])('and whose event %s was lost ends, and every member is told', async (Status, said, ending) => {
    await world.record(1, { ...running, members: [keyOf(1), bobs] }, { status: 'running' });
    await world.tables.runs.create(exampleRun({ ...bobs, status: 'running' }));
    world.sent[statementId] = { Status, ...said };
    await world.tendStatements();
    expect(await statement()).toMatchObject({ ...ending, open: false, released: true });
    expect(await run()).toMatchObject(ending);
    expect(await run(bobs)).toMatchObject(ending);
    expect(world.told.sort()).toEqual([
      [idOf(1), ending.status],
      [idOf(2), ending.status],
    ]);
    expect(world.moved.times).toBe(1);
  });

  test.each(['SUBMITTED', 'PICKED', 'STARTED'])('stays while Redshift is at it: %s', async (Status) => {
    await world.record(1, running);
    world.sent[statementId] = { Status };
    await world.tendStatements();
    expect(await statement()).toMatchObject({ status: 'running', open: true });
    expect([world.stopped(), world.told]).toEqual([[], []]);
  });

  test('and takes too long is stopped, and has failed for that when it is aborted', async () => {
    await world.record(1, { ...running, timeoutSeconds: 60 }, { status: 'running' });
    world.sent[statementId] = { Status: 'STARTED' };
    world.clock.now = new Date(noon.getTime() + 60_001);
    await world.tendStatements();
    expect(world.stopped()).toEqual([statementId]);
    expect(await statement()).toMatchObject({ status: 'running', timedOut: true });
    expect(await run()).toMatchObject({ status: 'running' });
    world.sent[statementId] = { Status: 'ABORTED' };
    await world.tendStatements();
    expect(await run()).toMatchObject({
      status: 'failed',
      error: { name: 'TimedOut', message: expect.stringContaining('after 1 minute') },
    });
  });

  test('is not stopped before its time is over', async () => {
    await world.record(1, { ...running, timeoutSeconds: 60 });
    world.sent[statementId] = { Status: 'STARTED' };
    world.clock.now = new Date(noon.getTime() + 60_000);
    await world.tendStatements();
    expect(world.stopped()).toEqual([]);
    expect(await statement()).not.toHaveProperty('timedOut');
  });

  test('that Redshift has forgotten has failed', async () => {
    await world.record(1, running, { status: 'running' });
    await world.tendStatements();
    expect(await run()).toMatchObject({ status: 'failed', error: { name: 'ResultExpired' } });
    expect(await statement()).toMatchObject({ status: 'failed', open: false });
  });

  test('and whose members were all cancelled is abandoned, and stopped', async () => {
    await world.record(1, running, { status: 'cancelled' });
    await world.tendStatements();
    expect(await statement()).toMatchObject({ status: 'abandoned', members: [] });
    expect(world.stopped()).toEqual([statementId]);
  });

  test('goes on for the one member that was not cancelled', async () => {
    await world.record(1, { ...running, members: [keyOf(1), bobs] }, { status: 'cancelled' });
    await world.tables.runs.create(exampleRun({ ...bobs, status: 'running' }));
    world.sent[statementId] = { Status: 'STARTED' };
    await world.tendStatements();
    expect(await statement()).toMatchObject({ status: 'running' });
    expect(world.stopped()).toEqual([]);
  });
});

describe('one that is queued', () => {
  const sentAt = Math.floor(noon.getTime() / 1000) + 5;
  const unrecorded = { StatementName: `readout:${idOf(1)}`, CreatedAt: sentAt };

  test('and was sent without being recorded is found by its name, and its members are told', async () => {
    await world.record(1, { admitted: true });
    world.sent[statementId] = { Status: 'STARTED', ...unrecorded };
    await world.tendStatements();
    const startedAt = new Date(sentAt * 1000).toISOString();
    expect(await statement()).toMatchObject({ status: 'running', statementId, startedAt });
    expect(await run()).toMatchObject({ status: 'running', statementId, asOf: startedAt });
    expect([world.told, world.launched]).toEqual([[[idOf(1), 'running']], []]);
  });

  test('and has ended in Redshift meanwhile ends at once', async () => {
    await world.record(1);
    world.sent[statementId] = { Status: 'FINISHED', ResultRows: 31, ...unrecorded };
    await world.tendStatements();
    expect(await run()).toMatchObject({ status: 'succeeded', rows: 31 });
    expect(await statement()).toMatchObject({ status: 'succeeded', open: false });
  });

  test('and was not sent is started again, six times at most, and then fails', async () => {
    await world.record(1);
    for (let minute = 1; minute <= 6; minute++) {
      await world.tendStatements();
      expect(world.launched).toHaveLength(minute);
    }
    expect(await run()).toMatchObject({ status: 'queued' });
    await world.tendStatements();
    expect(world.launched).toEqual(Array.from({ length: 6 }, () => idOf(1)));
    expect(await run()).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
    expect(await statement()).toMatchObject({ status: 'failed', open: false });
    expect(world.told).toEqual([[idOf(1), 'failed']]);
  });

  test('is not failed when its workflow records it at that moment', async () => {
    await world.record(1, {}, { relaunches: 6 });
    const relaunch = async () => {
      await world.tables.statements.run(idOf(1), statementId, noon);
      return false;
    };
    await world.tendStatements({ relaunch });
    expect(await statement()).toMatchObject({ status: 'running' });
    expect(await run()).toMatchObject({ status: 'queued' });
  });

  test('is not asked for in Redshift while it stands in line', async () => {
    await world.tables.line.stand(await world.record(1), noon);
    await world.tendStatements();
    expect([world.asked, world.launched]).toEqual([[], []]);
    expect(await statement()).toMatchObject({ status: 'queued' });
  });

  test('in line is told where it stands now, for its line may have moved unseen', async () => {
    const { line } = world.tables;
    await line.stand(await world.record(1), noon);
    await line.stand(await world.record(2, { owner: bob.id, members: [bobs] }, bobs), noon);
    await world.tendStatements();
    const places = [await run(), await run(bobs)].map((record) => record?.place);
    expect([places, world.told]).toEqual([
      [1, 2],
      [
        [idOf(1), 'queued'],
        [idOf(2), 'queued'],
      ],
    ]);
    await world.tendStatements();
    expect(world.told).toHaveLength(2);
  });

  test('in line ends when its members were all cancelled', async () => {
    await world.tables.line.stand(await world.record(1, {}, { status: 'cancelled' }), noon);
    await world.tendStatements();
    expect(await statement()).toMatchObject({ status: 'cancelled', open: false });
    expect(await world.tables.inLine()).toEqual([]);
  });
});

describe('one that nobody waits for', () => {
  const abandoned: Partial<StatementRecord> = { status: 'abandoned', members: [] };

  test('is stopped again until it has ended', async () => {
    await world.record(1, { ...abandoned, statementId });
    world.sent[statementId] = { Status: 'STARTED' };
    await world.tendStatements();
    await world.tendStatements();
    expect(world.stopped()).toEqual([statementId, statementId]);
    world.sent[statementId] = { Status: 'ABORTED' };
    await world.tendStatements();
    expect(world.stopped()).toHaveLength(2);
    expect(await statement()).toMatchObject({ status: 'cancelled', open: false, released: true });
  });

  test('and was sent without being recorded is found by its name, and stopped', async () => {
    await world.record(1, abandoned);
    world.sent[statementId] = { Status: 'STARTED', StatementName: `readout:${idOf(1)}` };
    await world.tendStatements();
    expect(world.stopped()).toEqual([statementId]);
    expect(await statement()).toMatchObject({ status: 'abandoned', statementId });
  });

  test.each([
    ['was not sent', abandoned],
    ['is remembered no more', { ...abandoned, statementId }],
  ])('and %s has ended', async (_case, change) => {
    await world.record(1, change);
    await world.tendStatements();
    expect(await statement()).toMatchObject({ status: 'cancelled', open: false, released: true });
    expect(world.stopped()).toEqual([]);
  });

  test('and has finished before it was stopped has a result', async () => {
    await world.record(1, { ...abandoned, statementId });
    world.sent[statementId] = { Status: 'FINISHED', ResultRows: 31 };
    await world.tendStatements();
    expect(await statement()).toMatchObject({ status: 'succeeded', rows: 31, open: false });
  });
});

test('one whose end got no further than half-way is wrapped up', async () => {
  const ended = { status: 'succeeded', rows: 31, endedAt: noon.toISOString() } as const;
  await world.record(1, { ...running, ...ended }, { status: 'running' });
  await world.tendStatements();
  expect(await run()).toMatchObject({ status: 'succeeded', rows: 31 });
  expect(world.told).toEqual([[idOf(1), 'succeeded']]);
  expect(await statement()).toMatchObject({ open: false, released: true });
  expect(world.asked).toEqual([]);
});

test('one that is young is left to those who are at it', async () => {
  const createdAt = new Date(world.clock.now.getTime() - 60_000).toISOString();
  await world.record(1, { ...running, createdAt });
  await world.tendStatements();
  expect(world.asked).toEqual([]);
  world.clock.now = new Date(world.clock.now.getTime() + 1);
  await world.tendStatements();
  expect(world.asked).toHaveLength(1);
});

test('one that goes wrong hinders no other, and is said in the log and to the alarm', async () => {
  for (const index of [1, 2, 3]) {
    const id = `${statementId.slice(0, -1)}${index}`;
    await world.record(index, { ...running, statementId: id });
    world.sent[id] = { Status: 'FINISHED', ResultRows: 31 };
  }
  const { howItEnded } = world.deps;
  await expect(
    world.tendStatements({
      howItEnded: async (id, ended) => {
        if (ended.statementId.endsWith('1')) throw new Error('busy');
        return howItEnded(id, ended);
      },
    }),
  ).rejects.toThrow('1 statements could not be reconciled.');
  const states = await Promise.all([1, 2, 3].map(async (index) => (await statement(index))?.status));
  expect(states).toEqual(['running', 'succeeded', 'succeeded']);
  expect(world.log.entries).toEqual([
    expect.objectContaining({ level: 'error', message: expect.stringContaining(idOf(1)) }),
  ]);
});
