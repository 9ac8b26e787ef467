import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Caps } from '@readout/runtime/statements/limits.ts';
import { lineMover } from '@readout/runtime/statements/move-line.ts';
import { ada, bob, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { type Admitting, admitting, asked, keyOf, meanwhile } from './testing/admitting.ts';

let world: Admitting;
afterEach(() => world.close());

/** Runs that share nothing. */
const alone = (index: number, owner = ada.id, report = 'taxi/daily') =>
  asked(index, { owner, report, admission: { key: `key-${index}` } });
const placeOf = async (event: ReturnType<typeof asked>) => (await world.runs.get(keyOf(event)))?.place;
const inLine = () => world.tables.inLine();
const free = async (id: string) => {
  const statement = await world.statements.end(id, { status: 'succeeded', at: noon });
  if (statement) await world.limits.release(statement, noon);
};

test.each<[string, Caps, ReturnType<typeof asked>, ReturnType<typeof asked>]>([
  ['person', { perPerson: 1, perReport: 9 }, alone(2, ada.id, 'weekly'), alone(3, bob.id)],
  ['report', { perPerson: 9, perReport: 1 }, alone(2, bob.id), alone(3, ada.id, 'weekly')],
])(
  'a run waits while the slots of its %s are taken, and holds up no other',
  async (_kind, caps, same, other) => {
    world = await admitting(caps);
    expect(await world.admit(alone(1))).toBe('execute');
    expect(await world.admit(same)).toBe('waiting');
    expect(await world.admit(other)).toBe('execute');
    expect(await inLine()).toEqual([same.runId]);
    expect(await world.statements.get(same.runId)).toMatchObject({ status: 'queued' });
    expect(await world.runs.get(keyOf(same))).toMatchObject({
      status: 'queued',
      place: 1,
      statement: same.runId,
    });
  },
);

test('a run knows its place among those whose end it waits for', async () => {
  world = await admitting({ perPerson: 1, perReport: 9 });
  await world.admit(alone(1));
  await world.admit(alone(2));
  await world.admit(alone(3, bob.id, 'weekly'));
  await world.admit(alone(4, bob.id, 'weekly'));
  world.clock.now = new Date(noon.getTime() + 1000);
  await world.admit(alone(5));
  expect([await placeOf(alone(2)), await placeOf(alone(4, bob.id)), await placeOf(alone(5))]).toEqual([
    1, 1, 2,
  ]);
});

test('a slot that becomes free just before a run is in line is taken from there', async () => {
  world = await admitting({ perPerson: 1, perReport: 1 });
  await world.admit(alone(1));
  const line = meanwhile(world.line, 'stand', () => free(idOf(1)));
  expect(await world.admit(alone(2), { line })).toBe('execute');
  expect(await inLine()).toEqual([]);
  expect(await placeOf(alone(2))).toBeUndefined();
});

test('who is let in by another who moves the line has no place in it', async () => {
  world = await admitting({ perPerson: 1, perReport: 1 });
  await world.admit(alone(1));
  const moved = async () => {
    await free(idOf(1));
    const statement = await world.statements.get(idOf(2));
    if (statement) await world.limits.take(statement, { fromLine: true });
  };
  const line = meanwhile(world.line, 'placeOf', moved);
  expect(await world.admit(alone(2), { line })).toBe('waiting');
  expect(await placeOf(alone(2))).toBeUndefined();
});

test('when the line moves, the next one’s workflow is started and sends it', async () => {
  world = await admitting({ perPerson: 1, perReport: 1 });
  await world.admit(alone(1));
  await world.admit(alone(2));
  const launched: string[] = [];
  await free(idOf(1));
  await lineMover({
    ...world,
    launch: async ({ runId }: RunRecord) => void launched.push(runId),
    tellPlace: async () => true,
    log: keepingLog(),
  })({ owner: ada.id, report: 'taxi/daily' });
  expect(launched).toEqual([idOf(2)]);
  expect(await world.start(alone(2))).toEqual({ decision: 'execute' });
  expect(await world.admit(alone(3))).toBe('waiting');
});

describe('who has as many in line as a person may', () => {
  beforeEach(async () => {
    world = await admitting({ perPerson: 1, perReport: 9 });
    for (const index of [1, 2, 3, 4]) await world.admit(alone(index));
    expect(await inLine()).toHaveLength(3);
  });

  test('is refused another, which leaves nothing behind', async () => {
    await expect(world.admit(alone(5))).rejects.toMatchObject({
      name: 'TooManyRuns',
      message: 'You have 3 runs waiting already. Let some of them end first.',
    });
    expect(await world.statements.get(idOf(5))).toBeUndefined();
    expect(await world.shares.leader('key-5')).toBeUndefined();
    expect(await inLine()).toHaveLength(3);
  });

  test('may join what is in flight', async () => {
    expect(await world.admit(asked(5, { admission: { key: 'key-4' } }))).toBe('joined');
  });

  test('keeps nobody else out', async () => {
    await world.admit(alone(6, bob.id));
    expect(await world.admit(alone(7, bob.id))).toBe('waiting');
  });

  test('may be admitted again with those that wait', async () => {
    expect(await world.start(alone(4))).toEqual({ decision: 'waiting' });
  });
});
