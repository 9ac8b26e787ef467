import { ada, bob, noon, statementId } from '@readout/runtime/testing/examples.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { type Admitting, admitting, asked, keyOf, meanwhile, scope } from './testing/admitting.ts';

const mine = asked(1);
const bobs = asked(2, { owner: bob.id });
const hour = 3600;
let world: Admitting;
beforeEach(async () => {
  world = await admitting();
});
afterEach(() => world.close());

const secondsOn = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);
const succeeded = (change: object = {}) => ({
  status: 'succeeded' as const,
  statementId,
  startedAt: secondsOn(2).toISOString(),
  endedAt: secondsOn(600).toISOString(),
  rows: 31,
  ...change,
});
const membersOf = async (id: string) =>
  (await world.statements.get(id))?.members.map(({ runId }) => runId).sort();

describe('a statement in flight', () => {
  test('is joined by an equal run while it is queued, which is told so', async () => {
    await world.admit(mine);
    const { admission } = asked(2, { admission: { title: 'Yellow taxi', maxRows: 10 } });
    expect(await world.admit({ ...bobs, admission })).toBe('joined');
    expect(await membersOf(mine.runId)).toEqual([mine.runId, bobs.runId]);
    expect(await world.statements.get(bobs.runId)).toBeUndefined();
    expect(await world.runs.get(keyOf(bobs))).toMatchObject({
      status: 'queued',
      statement: mine.runId,
      title: 'Yellow taxi',
      scope,
      maxRows: 10,
    });
  });

  test('is joined while it runs, and then the run runs too', async () => {
    const { id } = await world.sharing(7, { status: 'running', statementId, startedAt: noon.toISOString() });
    expect(await world.admit(bobs)).toBe('joined');
    expect(await membersOf(id)).toContain(bobs.runId);
    expect(await world.runs.get(keyOf(bobs))).toMatchObject({ status: 'running', statementId });
  });

  test('is left again by a run that was cancelled meanwhile', async () => {
    const { id } = await world.sharing(7);
    const cancel = () => world.runs.transition(keyOf(bobs), { status: 'cancelled', at: noon });
    expect(await world.admit(bobs, { runs: meanwhile(world.runs, 'attach', cancel) })).toBe('ended');
    expect(await membersOf(id)).toEqual([id]);
  });

  test('that ends before it is joined is not waited for', async () => {
    const { id } = await world.sharing(7);
    const end = () => world.statements.end(id, { status: 'failed', at: noon });
    expect(await world.admit(bobs, { statements: meanwhile(world.statements, 'join', end) })).toBe('execute');
    expect(await world.shares.leader('k')).toBe(bobs.runId);
  });

  test.each([
    ['another key', asked(2, { admission: { key: 'other' } })],
    ['no key', asked(2, { admission: { key: undefined } })],
    ['the wish for fresh rows', asked(2, { fresh: true })],
  ])('is not for a run with %s', async (_case, event) => {
    const { id } = await world.sharing(7);
    expect(await world.admit(event)).toBe('execute');
    expect(await membersOf(id)).toEqual([id]);
    expect(await membersOf(event.runId)).toEqual([event.runId]);
  });

  test('that was given another key is nobody’s who finds it by the old one', async () => {
    const { id } = await world.sharing(7);
    await world.statements.rekey(id, 'other', { owner: ada.id, runId: id });
    expect(await world.admit(bobs)).toBe('execute');
    expect(await membersOf(id)).toEqual([id]);
  });
});

test('runs without a key share nothing with each other', async () => {
  const unshared = { admission: { key: undefined } };
  expect(await world.admit(asked(1, unshared))).toBe('execute');
  expect(await world.admit(asked(2, unshared))).toBe('execute');
  expect(await world.statements.get(idOf(1))).not.toHaveProperty('key');
});

test.each(['queued', 'succeeded'] as const)(
  'a run that wants fresh rows leads what others share from then on, in place of one that is %s',
  async (status) => {
    await world.sharing(7, status === 'succeeded' ? succeeded() : {});
    world.clock.now = secondsOn(601);
    expect(await world.admit(asked(1, { fresh: true }))).toBe('execute');
    expect(await world.admit(bobs)).toBe('joined');
    expect(await membersOf(mine.runId)).toEqual([mine.runId, bobs.runId]);
  },
);

describe('a result', () => {
  test('is reused: the run has succeeded with its rows, as of when they were read', async () => {
    const { id } = await world.sharing(7, succeeded());
    world.clock.now = secondsOn(610);
    expect(await world.admit(bobs)).toBe('reused');
    expect(await world.runs.get(keyOf(bobs))).toMatchObject({
      status: 'succeeded',
      statement: id,
      statementId,
      rows: 31,
      scope,
      asOf: secondsOn(2).toISOString(),
      endedAt: secondsOn(610).toISOString(),
    });
    expect(await world.statements.get(bobs.runId)).toBeUndefined();
  });

  test.each([
    ['until its time is over, counted from its end', 60, 659, 'reused'],
    ['not after its time', 60, 660, 'execute'],
    ['not without a time', undefined, 600, 'execute'],
    ['until 23 hours after its beginning', 48 * hour, 23 * hour - 1, 'reused'],
    ['not longer than that, whatever its report says', 48 * hour, 23 * hour, 'execute'],
  ])('is reused %s', async (_case, cacheSeconds, seconds, decision) => {
    await world.sharing(7, succeeded({ cacheSeconds }));
    world.clock.now = secondsOn(seconds);
    expect(await world.admit(bobs)).toBe(decision);
    expect(await world.shares.leader('k')).toBe(decision === 'reused' ? idOf(7) : bobs.runId);
  });

  test.each(['failed', 'cancelled', 'abandoned'] as const)(
    'is not that of a statement that is %s',
    async (status) => {
      await world.sharing(7, succeeded({ status }));
      world.clock.now = secondsOn(601);
      expect(await world.admit(bobs)).toBe('execute');
      expect(await world.shares.leader('k')).toBe(bobs.runId);
    },
  );

  test.each([
    ['another key', asked(2, { admission: { key: 'other' } })],
    ['no key', asked(2, { admission: { key: undefined } })],
    ['the wish for fresh rows', asked(2, { fresh: true })],
  ])('is not for a run with %s', async (_case, event) => {
    await world.sharing(7, succeeded());
    world.clock.now = secondsOn(601);
    expect(await world.admit(event)).toBe('execute');
  });

  test.each(['attach', 'transition'] as const)(
    'is not given to a run that was cancelled before its %s',
    async (name) => {
      await world.sharing(7, succeeded());
      world.clock.now = secondsOn(601);
      const cancel = () => world.runs.transition(keyOf(bobs), { status: 'cancelled', at: noon });
      expect(await world.admit(bobs, { runs: meanwhile(world.runs, name, cancel) })).toBe('ended');
      expect(await world.runs.get(keyOf(bobs))).toMatchObject({ status: 'cancelled' });
    },
  );

  test('that was given another key is not what the old one stands for', async () => {
    await world.sharing(7, succeeded({ key: 'other' }));
    world.clock.now = secondsOn(601);
    expect(await world.admit(bobs)).toBe('execute');
  });

  test('that DynamoDB has dropped is read again', async () => {
    await world.shares.claim('k', idOf(7), undefined, noon);
    expect(await world.admit(bobs)).toBe('execute');
  });
});

test('many equal runs of different people at once are one statement', async () => {
  const events = Array.from({ length: 20 }, (_, index) => asked(index + 1, { owner: `person-${index}` }));
  const decisions = await Promise.all(events.map((event) => world.admit(event)));
  expect(decisions.sort()).toEqual(['execute', ...Array.from({ length: 19 }, () => 'joined')]);
  const leader = (await world.shares.leader('k')) ?? '';
  expect(await membersOf(leader)).toEqual(events.map(({ runId }) => runId));
  const made = await Promise.all(events.map(({ runId }) => world.statements.get(runId)));
  expect(made.filter((statement) => statement !== undefined)).toHaveLength(1);
});
