import { add, type Decimal, decimalOf, isPlain } from './decimal.ts';

/** Adding a number below that to a sum below that stays exact in a double. */
const SAFE = 2 ** 52;
const FEW_DIGITS = 15;

/**
 * Adds decimals with every digit. Small ones, which most are, are added as doubles by their number of digits behind the
 * point, as far as that is exact; what is more becomes a big integer.
 */
export function exactSum() {
  let total: Decimal = { digits: 0n, scale: 0 };
  const small: number[] = [];

  function flush(scale: number) {
    total = add(total, { digits: BigInt(small[scale] ?? 0), scale });
    small[scale] = 0;
  }

  return {
    /** A plain number, as digits or as a safe integer, so many times. Others are not added, and answered with false. */
    add(cell: string | number, times = 1): boolean {
      const text = String(cell);
      if (!isPlain(text)) return false;
      const point = text.indexOf('.');
      const scale = point < 0 ? 0 : text.length - point - 1;
      const digits = text.length <= FEW_DIGITS ? Number(text.replace('.', '')) * times : Number.NaN;
      if (Math.abs(digits) < SAFE) {
        small[scale] = (small[scale] ?? 0) + digits;
        if (Math.abs(small[scale] as number) > SAFE) flush(scale);
        return true;
      }
      const large = decimalOf(text) as Decimal;
      total = add(total, { digits: large.digits * BigInt(times), scale: large.scale });
      return true;
    },
    get(): Decimal {
      for (const scale of small.keys()) flush(scale);
      return total;
    },
  };
}
