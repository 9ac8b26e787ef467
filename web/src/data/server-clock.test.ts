import { serverClock } from './server-clock.ts';

const at = (iso: string) => Date.parse(iso);

it('is the local clock until a message tells otherwise', () => {
  expect(serverClock(() => 5_000).now()).toBe(5_000);
});

it.each([
  ['behind', '2026-01-01T00:00:00.000Z'],
  ['ahead', '2026-01-01T01:00:00.000Z'],
])('sets a clock right that is %s', (_how, local) => {
  const clock = serverClock(() => at(local));
  clock.heard('2026-01-01T00:30:00.000Z');
  expect(clock.now()).toBe(at('2026-01-01T00:30:00.000Z'));
});

it('trusts the quickest message', () => {
  let local = at('2026-01-01T00:00:00.200Z');
  const clock = serverClock(() => local);
  clock.heard('2026-01-01T00:00:00.100Z');
  local = at('2026-01-01T00:00:09.000Z');
  clock.heard('2026-01-01T00:00:01.000Z');
  expect(clock.now()).toBe(at('2026-01-01T00:00:08.900Z'));
});

it('ignores what is no time', () => {
  const clock = serverClock(() => 5_000);
  clock.heard('');
  expect(clock.now()).toBe(5_000);
});
