import fc from 'fast-check';
import { add, decimalOf, decimalText, negative } from '../exact/decimal.ts';
import { sumOf, toNumber } from './decimal.ts';

it.each([
  [['9007199254740993', '1'], '9007199254740994'],
  [['0.1', '0.2'], '0.3'],
  [['-0.05', '0.04'], '-0.01'],
  [['12.50', '-12.5'], '0.00'],
  [['1', 'x'], undefined],
  [['999999999999999', '999999999999999.9'], '1999999999999998.9'],
])('adds %j with every digit', (texts, expected) => {
  expect(sumOf(texts)).toBe(expected);
});

it('adds as many as there are, whatever they are', () => {
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(4));
  fc.assert(
    fc.property(fc.array(decimal, { minLength: 1, maxLength: 50 }), (parts) => {
      const texts = parts.map(([digits, scale]) => decimalText({ digits, scale }));
      const scale = Math.max(...parts.map((part) => part[1]));
      const digits = parts.reduce((sum, part) => sum + part[0] * 10n ** BigInt(scale - part[1]), 0n);
      expect(sumOf(texts)).toBe(decimalText({ digits, scale }));
    }),
  );
});

it('undoes what it added, whatever it was', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), fc.nat(30), (a, b, scale) => {
      const [x, y] = [
        { digits: a, scale },
        { digits: b, scale: 3 },
      ];
      const back = add(add(x, y), negative(y));
      expect(back.digits * 1000n).toBe(a * 10n ** BigInt(back.scale - scale) * 1000n);
    }),
  );
});

it.each([[null], ['abc'], ['1e300'], [''], [true]])('takes %j for no decimal', (cell) => {
  expect(decimalOf(cell)).toBeUndefined();
});

it.each([
  ['9007199254740993', 9007199254740992],
  ['12.50', 12.5],
  [null, null],
  ['', null],
  ['NaN', null],
  ['Infinity', null],
])('draws %j at %j', (cell, expected) => {
  expect(toNumber(cell)).toBe(expected);
});
