import { noFaults, parsePlan, planText } from './plan.ts';

it('reads a plan, in which what is left out does not happen', () => {
  expect(parsePlan('')).toEqual(noFaults);
  expect(parsePlan('lose=0.1,crash=0.01,clock=60000,seed=7')).toEqual({
    ...noFaults,
    lose: 0.1,
    crash: 0.01,
    clock: 60_000,
    seed: 7,
  });
});

it.each([
  [
    'drop=1',
    '"drop" is no fault: lose, duplicate, reorder, delay, throttle, cut, crash, disconnect, clock, seed',
  ],
  ['crash=2', 'crash=2: expected a number from 0 to 1'],
  ['clock=0.5', 'clock=0.5: expected a whole number'],
])('refuses %s', (spec, message) => {
  expect(() => parsePlan(spec)).toThrow(message);
});

it('writes what it reads', () => {
  const plan = parsePlan('lose=0.25,delay=500,throttle=0.02,seed=9');
  expect(parsePlan(planText(plan))).toEqual(plan);
});
