import { holdsFor, isCondition } from './condition.ts';

test.each([
  ['rows > 0', [1], [0]],
  ['rows >= 2', [2, 3], [1]],
  ['rows < 10', [9], [10]],
  ['rows <= 10', [10], [11]],
  ['rows = 0', [0], [1]],
  ['rows != 0', [1], [0]],
])('%s holds and does not', (condition, yes, no) => {
  expect(isCondition(condition)).toBe(true);
  for (const rows of yes) expect(holdsFor(condition, rows)).toBe(true);
  for (const rows of no) expect(holdsFor(condition, rows)).toBe(false);
});

test('without a condition every result is told', () => {
  expect(holdsFor(undefined, 0)).toBe(true);
});

test.each([
  'rows',
  'rows>0',
  'rows > -1',
  'rows > 1.5',
  'rows > 0; drop table t',
  'total > 0',
  'rows == 0',
  '1 = 1',
])('%s is no condition', (text) => {
  expect(isCondition(text)).toBe(false);
  expect(() => holdsFor(text, 1)).toThrow('unchecked condition');
});
