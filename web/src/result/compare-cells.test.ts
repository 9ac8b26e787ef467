import type { Cell } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { compareCells, comparing } from './compare-cells.ts';

it.each<[string, string, Cell, Cell, number]>([
  ['huge integers that a double holds as one', 'int8', '9007199254740993', '9007199254740992', 1],
  ['decimals of different length', 'numeric', '0.5', '0.25', 1],
  ['decimals of equal value', 'numeric', '1.50', '1.5', 0],
  ['negative decimals', 'numeric', '-0.25', '-0.5', 1],
  ['a number and the text of a larger one', 'int8', 3, '9007199254740993', -1],
  ['numbers', 'int4', 10, 9, 1],
  ['what is no number above all numbers', 'float8', 'NaN', 'Infinity', 1],
  ['infinities', 'float8', '-Infinity', 0, -1],
  ['text', 'varchar', 'b', 'A', 1],
  ['times', 'timestamp', '2015-12-01 00:00:00', '2015-11-30 23:59:59.5', 1],
  ['a null, which comes last', 'varchar', null, 'z', 1],
  ['two nulls', 'int4', null, null, 0],
  ['booleans', 'bool', true, false, 1],
])('orders %s', (_what, type, left, right, sign) => {
  const compare = comparing({ name: 'n', type });
  expect(Math.sign(compare(left, right))).toBe(sign);
  expect(Math.sign(compare(right, left))).toBe(sign === 0 ? 0 : -sign);
});

it.each<[string, Cell | undefined, Cell | undefined, number]>([
  ['huge integers', '9007199254740993', '9007199254740992', 1],
  ['decimals of equal value', '1.50', '1.5', 0],
  ['a number and the text of a larger one', 3, '9007199254740993', -1],
  ['numbers that no decimal says', 1e21, 2, 1],
  ['text and numbers', '10', 'a', -1],
  ['what is not there last', undefined, 'z', 1],
])('orders %s of a column that is not known', (_what, left, right, sign) => {
  expect(Math.sign(compareCells(left, right))).toBe(sign);
});

it('orders every pair of integers as they are', () => {
  const compare = comparing({ name: 'n', type: 'numeric(38,0)' });
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
      expect(compare(String(a), String(b))).toBe(a < b ? -1 : Number(a > b));
    }),
  );
});
