import fc from 'fast-check';
import {
  add,
  compareDecimals,
  type Decimal,
  decimalOf,
  decimalText,
  quotientOf,
  rescaled,
} from './decimal.ts';
import { exactSum } from './exact-sum.ts';

/** Decimals as Redshift has them: up to 38 digits, as many of them behind the point as may be. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }), fc.integer({ min: 0, max: 37 }))
  .map(([digits, scale]): Decimal => ({ digits, scale }));
const small = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(0, 1, 2))
  .map(([digits, scale]): Decimal => ({ digits: BigInt(digits), scale }));
const at = (scale: number) => (one: Decimal) => rescaled(one, scale).digits;

it.each([
  ['0', 0n, 0],
  ['-0.05', -5n, 2],
  ['9223372036854775807', 9223372036854775807n, 0],
  ['-12345678901234567890.12345678901234567890', -1234567890123456789012345678901234567890n, 20],
])('reads and writes %s', (text, digits, scale) => {
  expect(decimalOf(text)).toEqual({ digits, scale });
  expect(decimalText({ digits, scale })).toBe(text);
});

it.each(['', 'NaN', 'Infinity', '1e5', '1.', '.5', '0x1', '1,000', ' 1'])(
  'takes %j for no number',
  (text) => {
    expect(decimalOf(text)).toBeUndefined();
    expect(exactSum().add(text)).toBe(false);
  },
);

it('writes every decimal so that it is read as the same', () => {
  fc.assert(fc.property(decimals, (one) => expect(decimalOf(decimalText(one))).toEqual(one)));
});

it('adds with every digit, one by one or many at a time', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(decimals, small)), (all) => {
      const sum = exactSum();
      for (const one of all) expect(sum.add(decimalText(one))).toBe(true);
      const expected = all.map(at(40)).reduce((a, b) => a + b, 0n);
      expect(at(40)(sum.get())).toBe(expected);
      expect(at(40)(all.reduce(add, { digits: 0n, scale: 0 }))).toBe(expected);
    }),
  );
});

it('adds numbers as well as texts, past what a double holds', () => {
  const sum = exactSum();
  for (let n = 0; n < 4_000; n++) sum.add(n % 2 ? 9_007_199_254_740_991 : '999999999999.99');
  expect(decimalText(sum.get())).toBe(
    decimalText({ digits: 2_000n * (900_719_925_474_099_100n + 99_999_999_999_999n), scale: 2 }),
  );
});

it('rounds half away from zero', () => {
  const rounded = (text: string, to: number) => decimalText(rescaled(decimalOf(text) as Decimal, to));
  expect(
    ['0.5', '-0.5', '1.45', '1.4499', '-2.675'].map((text) => rounded(text, text.length > 4 ? 2 : 0)),
  ).toEqual(['1', '-1', '1', '1.45', '-2.68']);
});

it('divides to within half of the last digit', () => {
  fc.assert(
    fc.property(
      decimals,
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 30 }),
      (of, count, scale) => {
        const { digits } = quotientOf(of, count, scale);
        const off =
          digits * BigInt(count) * 10n ** BigInt(Math.max(0, of.scale - scale)) -
          at(Math.max(of.scale, scale))(of);
        const half = BigInt(count) * 10n ** BigInt(Math.max(0, of.scale - scale));
        expect((off < 0n ? -off : off) * 2n <= half).toBe(true);
      },
    ),
  );
});

it('orders as the numbers are', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      expect(compareDecimals(a, b)).toBe(at(40)(a) < at(40)(b) ? -1 : Number(at(40)(a) > at(40)(b)));
    }),
  );
});
