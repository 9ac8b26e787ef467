import fc from 'fast-check';
import { compareCells } from './compare-cells.ts';

it.each([
  ['huge integers that a double holds as one', '9007199254740993', '9007199254740992', 1],
  ['decimals of different length', '0.5', '0.25', 1],
  ['decimals of equal value', '1.50', '1.5', 0],
  ['negative decimals', '-0.25', '-0.5', 1],
  ['a number and the text of a larger one', 3, '9007199254740993', -1],
  ['numbers', 10, 9, 1],
  ['text', 'b', 'a', 1],
  ['a null, which comes last', null, 'z', 1],
  ['two nulls', null, null, 0],
  ['booleans', true, false, 1],
])('orders %s', (_what, left, right, sign) => {
  expect(Math.sign(compareCells(left, right))).toBe(sign);
  expect(Math.sign(compareCells(right, left))).toBe(sign === 0 ? 0 : -sign);
});

it('orders every pair of integers as they are', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
      expect(compareCells(String(a), String(b))).toBe(a < b ? -1 : Number(a > b));
    }),
  );
});
