import fc from 'fast-check';
import { difference, isSame } from './exact.ts';

it.each([
  ['decimals that a double cannot hold', '0.1', '0.3', '0.2'],
  ['integers past 2^53', '9007199254740993', '9007199254740992', '-1'],
  ['of different length', '1.50', '2', '0.5'],
  ['that are equal', '1.50', 1.5, '0'],
  ['below zero', '-1.25', '-1.5', '-0.25'],
  ['with an exponent', 1e21, '1000000000000000000001', '1'],
  ['that are tiny', 1e-7, 0, '-0.0000001'],
])('the difference of numbers %s', (_case, left, right, exact) => {
  expect(difference(left, right)).toBe(exact);
});

it.each([
  [null, 1],
  ['NaN', 1],
  ['Infinity', 'Infinity'],
  ['2015-12-01', '2015-12-02'],
  [true, 1],
])('there is none of %j and %j', (left, right) => {
  expect(difference(left, right)).toBeUndefined();
});

it('is exact for any two integers', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
      expect(difference(String(a), String(b))).toBe(String(b - a));
    }),
  );
});

it('tells cells apart by value where they are numbers, and else by text', () => {
  expect(isSame('1.50', '1.5', true)).toBe(true);
  expect(isSame('1.50', '1.5', false)).toBe(false);
  expect(isSame(7, '7', false)).toBe(true);
  expect(isSame('NaN', 'NaN', true)).toBe(true);
  expect(isSame(null, null, true)).toBe(true);
  expect(isSame(null, 'null', false)).toBe(false);
  expect(isSame('', null, false)).toBe(false);
});
