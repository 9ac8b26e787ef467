import { backoff } from './backoff.ts';

it.each([
  [0, 500, 1_000],
  [1, 1_000, 2_000],
  [4, 8_000, 16_000],
  [50, 15_000, 30_000],
])('waits try %i between %i and %i ms', (attempt, least, most) => {
  expect(backoff(attempt, () => 0)).toBe(least);
  expect(backoff(attempt, () => 1)).toBe(most);
});
