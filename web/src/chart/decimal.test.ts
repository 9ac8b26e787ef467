import fc from 'fast-check';
import { add, type Decimal, decimalText, negative, toDecimal, toNumber } from './decimal.ts';

const sum = (...texts: string[]) => decimalText(texts.map((text) => toDecimal(text) as Decimal).reduce(add));

it.each([
  [['9007199254740993', '1'], '9007199254740994'],
  [['0.1', '0.2'], '0.3'],
  [['-0.05', '0.04'], '-0.01'],
  [['12.50', '-12.5'], '0.00'],
])('adds %j with every digit', (texts, expected) => {
  expect(sum(...texts)).toBe(expected);
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
  expect(toDecimal(cell)).toBeUndefined();
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
