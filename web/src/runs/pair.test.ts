import { exampleRun } from '@readout/client/testing/examples.ts';
import { fitsPair, inOrder, pairOf } from './pair.ts';

const run = (runId: string, change = {}) => exampleRun({ runId, status: 'succeeded', ...change });
const a = run('a', { createdAt: '2026-01-02T00:00:00.000Z' });
const b = run('b', { createdAt: '2026-01-01T00:00:00.000Z' });

it('takes two finished runs of one report', () => {
  expect(fitsPair(a, [])).toBe(true);
  expect(fitsPair(b, [a])).toBe(true);
});

it.each([
  ['has not succeeded', run('c', { status: 'failed' }), [a]],
  ['is of another report', run('c', { report: 'taxi/trips' }), [a]],
  ['would be the third', run('c'), [a, b]],
])('takes none that %s', (_case, one, chosen) => {
  expect(fitsPair(one, chosen)).toBe(false);
});

it('lets go of what is chosen', () => {
  expect(fitsPair(a, [a, b])).toBe(true);
});

it('keeps a pair of whatever is marked at once', () => {
  expect(pairOf([a, run('c', { report: 'taxi/trips' }), b, run('d')])).toEqual([a, b]);
});

it('has the earlier one on the left', () => {
  expect(inOrder([a, b])).toEqual([b, a]);
  expect(inOrder([a])).toBeUndefined();
});
