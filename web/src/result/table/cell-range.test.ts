import { CellRange } from './cell-range.ts';

const rangeOf = (...columns: string[]) => new CellRange(() => columns);

it('is nothing before a cell is chosen, and unmarked while it is one', () => {
  const range = rangeOf('a', 'b');
  expect(range.get()).toBeUndefined();
  range.start({ row: 3, column: 'b' });
  expect(range.get()).toEqual({ first: 3, last: 3, columns: ['b'], size: 1 });
  expect(range.has(3, 'b')).toBe(false);
});

it('goes from corner to corner, whichever comes first', () => {
  const range = rangeOf('a', 'b', 'c', 'd');
  range.start({ row: 7, column: 'c' });
  range.extendTo({ row: 5, column: 'b' });
  expect(range.get()).toEqual({ first: 5, last: 7, columns: ['b', 'c'], size: 6 });
  expect([range.has(6, 'b'), range.has(6, 'd'), range.has(8, 'b')]).toEqual([true, false, false]);
  range.extendTo({ row: 9, column: 'd' });
  expect(range.get()).toEqual({ first: 7, last: 9, columns: ['c', 'd'], size: 6 });
});
