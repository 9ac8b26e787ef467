import { bob, statementId } from '@readout/runtime/testing/examples.ts';
import { type Admitting, admitting, asked } from './testing/admitting.ts';

const mine = asked(1);
const changed = asked(1, { admission: { key: 'changed' } });
const bobs = asked(2, { owner: bob.id });
let world: Admitting;
beforeEach(async () => {
  world = await admitting();
  await world.admit(mine);
});
afterEach(() => world.close());

const keyNow = async () => (await world.statements.get(mine.runId))?.key;

test('who leads alone goes on with what the report says now', async () => {
  expect(await world.start(changed)).toEqual({ decision: 'execute' });
  expect(await keyNow()).toBe('changed');
  expect(await world.admit(bobs)).toBe('execute');
});

test('also when that may be shared no more', async () => {
  expect(await world.start(asked(1, { admission: { key: undefined } }))).toEqual({ decision: 'execute' });
  expect(await keyNow()).toBeUndefined();
  expect(await world.admit(bobs)).toBe('execute');
});

test('what others have joined does not become something else', async () => {
  expect(await world.admit(bobs)).toBe('joined');
  await expect(world.start(changed)).rejects.toMatchObject({
    name: 'ReportChanged',
    message: 'The report was changed while the run waited. Run it again.',
  });
  expect(await keyNow()).toBe('k');
});

test('with others it goes on when the report is as it was', async () => {
  await world.admit(bobs);
  expect(await world.start(mine)).toEqual({ decision: 'execute' });
});

test('what was sent before the report changed stays what it is', async () => {
  await world.statements.run(mine.runId, statementId, world.clock.now);
  expect(await world.start(changed)).toEqual({ decision: 'ended' });
  expect(await keyNow()).toBe('k');
});
