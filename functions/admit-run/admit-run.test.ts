import { ada, bob, exampleStatement, noon, statementId } from '@readout/runtime/testing/examples.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { type Admitting, admitting, asked, keyOf, meanwhile, scope } from './testing/admitting.ts';

const mine = asked(1, { groups: ['analysts'] });
const bobs = { owner: bob.id, runId: idOf(2) };
let world: Admitting;
beforeEach(async () => {
  world = await admitting({ perPerson: 1, perReport: 1 });
});
afterEach(() => world.close());

/** Whether nobody holds a slot and nobody stands in line. */
const expectNothingHeld = async () => {
  expect(await world.tables.inLine()).toEqual([]);
  expect(await world.admit(asked(9, { admission: { key: 'another' } }))).toBe('execute');
};

test('the first run leads a statement that may be sent', async () => {
  expect(await world.admit(mine)).toBe('execute');
  expect(await world.statements.get(mine.runId)).toEqual({
    id: mine.runId,
    status: 'queued',
    owner: ada.id,
    report: 'taxi/daily',
    key: 'k',
    cacheSeconds: 60,
    members: [keyOf(mine)],
    createdAt: noon.toISOString(),
    timeoutSeconds: 3600,
    budget: 'analysts',
    admitted: true,
    open: true,
    expiresAt: noon.getTime() / 1000 + 30 * 24 * 3600,
  });
  expect(await world.shares.leader('k')).toBe(mine.runId);
});

test.each([
  ['its report says nothing', undefined, 3600],
  ['its report allows less than the stack', 60, 60],
  ['its report allows more than the stack', 7200, 3600],
])('how long it may take when %s', async (_case, timeoutSeconds, seconds) => {
  await world.admit(asked(1, { admission: { timeoutSeconds } }));
  expect(await world.statements.get(mine.runId)).toMatchObject({ timeoutSeconds: seconds });
});

test.each([
  ['its report says nothing', undefined, 1000],
  ['its report allows fewer than the stack', 10, 10],
  ['its report allows more than the stack', 5000, 1000],
])('the run is told what it is a member of, and its rows when %s', async (_case, maxRows, rows) => {
  await world.admit(asked(1, { admission: { maxRows } }));
  expect(await world.runs.get(keyOf(mine))).toMatchObject({
    status: 'queued',
    statement: mine.runId,
    title: 'Taxi',
    scope,
    maxRows: rows,
  });
});

test.each([
  ['that was cancelled', 'cancelled' as const],
  ['that does not exist', undefined],
])('a run %s ends, and leaves nothing behind', async (_case, status) => {
  if (status) await world.create(mine, { status });
  expect(await world.start(mine)).toEqual({ decision: 'ended' });
  expect(await world.statements.get(mine.runId)).toBeUndefined();
  expect(await world.shares.leader('k')).toBeUndefined();
  await expectNothingHeld();
});

test('a leader that was cancelled before it knew its statement leaves it, and holds no slot', async () => {
  const runs = meanwhile(world.runs, 'attach', () =>
    world.runs.transition(keyOf(mine), { status: 'cancelled', at: noon }),
  );
  expect(await world.admit(mine, { runs })).toBe('ended');
  expect(await world.statements.get(mine.runId)).toMatchObject({ status: 'abandoned', members: [] });
  await expectNothingHeld();
});

test('the statement of a cancelled leader goes on for those who have joined it', async () => {
  const runs = meanwhile(world.runs, 'attach', async () => {
    await world.statements.join(mine.runId, 'k', bobs);
    await world.runs.transition(keyOf(mine), { status: 'cancelled', at: noon });
  });
  expect(await world.admit(mine, { runs })).toBe('execute');
  expect(await world.statements.get(mine.runId)).toMatchObject({ status: 'queued', members: [bobs] });
});

test('a leader that is cancelled on its way into the line does not stay there', async () => {
  await world.admit(asked(8, { admission: { key: 'another' } }));
  const line = meanwhile(world.line, 'stand', () => world.cancel(mine));
  expect(await world.admit(mine, { line })).toBe('ended');
  expect(await world.tables.inLine()).toEqual([]);
});

test('a statement is not for the one that was faster when somebody has joined it', async () => {
  const shares = {
    leader: async () => undefined,
    claim: async () => {
      await world.statements.join(mine.runId, 'k', bobs);
      return false;
    },
  };
  expect(await world.admit(mine, { shares })).toBe('execute');
  expect((await world.statements.get(mine.runId))?.members).toHaveLength(2);
});

test('a run before which others always are is refused, and leaves no statement', async () => {
  let claims = 0;
  const shares = { leader: async () => undefined, claim: async () => ++claims === 0 };
  await expect(world.admit(mine, { shares })).rejects.toMatchObject({ name: 'Unavailable' });
  expect(claims).toBe(5);
  expect(await world.statements.get(mine.runId)).toBeUndefined();
});

describe('a second start of the workflow', () => {
  test('sends what the first one admitted', async () => {
    await world.admit(mine);
    expect(await world.start(mine)).toEqual({ decision: 'execute' });
  });

  test.each(['running', 'abandoned', 'succeeded', 'failed', 'cancelled'] as const)(
    'has nothing to do for a statement that is %s',
    async (status) => {
      await world.create(mine);
      await world.statements.create(exampleStatement({ id: mine.runId, status, key: 'k', statementId }));
      expect(await world.start(mine)).toEqual({ decision: 'ended' });
    },
  );

  test('gives up the place in line when there are slots by now', async () => {
    const first = asked(8, { admission: { key: 'another' } });
    await world.admit(first);
    expect(await world.admit(mine)).toBe('waiting');
    await world.cancel(first);
    const held = await world.statements.get(first.runId);
    if (held) await world.limits.release(held, noon);
    expect(await world.start(mine)).toEqual({ decision: 'execute' });
    expect(await world.tables.inLine()).toEqual([]);
  });

  test('finds the statement that the first one joined, and brings the run to where that stands', async () => {
    const { id } = await world.sharing(7, { status: 'running', statementId, startedAt: noon.toISOString() });
    await world.create(mine, { statement: id });
    await world.shares.claim('k', 'a-fresh-run', id, noon);
    expect(await world.start(mine)).toEqual({ decision: 'joined' });
    expect(await world.runs.get(keyOf(mine))).toMatchObject({ status: 'running', statementId });
    expect(await world.statements.get(mine.runId)).toBeUndefined();
  });

  test('leaves a run alone whose statement waits', async () => {
    const { id } = await world.sharing(7);
    await world.create(mine, { statement: id });
    expect(await world.start(mine)).toEqual({ decision: 'joined' });
    expect(await world.runs.get(keyOf(mine))).toMatchObject({ status: 'queued' });
  });
});

test('what the workflow would not hand over is refused', async () => {
  await expect(world.start({ ...mine, runId: 'share:k' })).rejects.toMatchObject({ name: 'InvalidMessage' });
});
