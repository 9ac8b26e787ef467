import { createPulse } from './pulse.ts';

it('tells at once what was missed, and else when it happens', async () => {
  const pulse = createPulse();
  const waiting = pulse.next(0, 60_000);
  pulse.beat();
  pulse.beat();
  expect(await waiting).toBe(1);
  expect(await pulse.next(0, 60_000)).toBe(1);
});

it('lets go after a while, and when it is stopped', async () => {
  const pulse = createPulse();
  expect(await pulse.next(0, 1)).toBe(0);
  const waiting = pulse.next(0, 60_000);
  pulse.stop();
  expect(await waiting).toBe(0);
});
