import { DECIMAL, type DuckDBType, STRUCT, VARCHAR } from '@duckdb/node-api';
import { formNotEmulated } from '../sql/redshift-error.ts';
import type { ScalarFunction } from './scalar-function.ts';

interface DecimalType {
  precision: number;
  scale: number;
  integer?: boolean;
}

/** What integers count as beside decimals. */
const integers: Record<string, number> = { TINYINT: 5, SMALLINT: 5, INTEGER: 10, BIGINT: 19, HUGEINT: 19 };

/** The decimal that a type of the engine is or counts as; undefined for a float and the rest. */
const decimalType = (type: string): DecimalType | undefined => {
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision) return { precision: Number(precision), scale: Number(scale) };
  return integers[type] === undefined ? undefined : { precision: integers[type], scale: 0, integer: true };
};

/** Redshift's rule for DECIMAL / DECIMAL. */
const quotientType = (a: DecimalType, b: DecimalType): DecimalType => {
  const scale = Math.max(4, a.scale + b.precision - b.scale + 1);
  const precision = a.precision - a.scale + b.scale + scale;
  if (precision <= 38) return { precision, scale };
  return { precision: 38, scale: Math.max(38 + scale - precision, 4) };
};

const kind = (
  dividend: string,
  divisor: string,
  a: DecimalType | undefined,
  b: DecimalType | undefined,
): string => {
  if (dividend === 'INTERVAL') return 'interval';
  if ([dividend, divisor].includes('VARCHAR')) throw formNotEmulated('/ of a text');
  if (!a || !b) return 'float';
  return a.integer && b.integer ? 'integer' : 'exact';
};

/**
 * What the engine has to know of a quotient before it runs: its kind, the fields of `redshift_wholes()` and
 * `redshift_fractions()` whose types make up its type, the worth of its last digit, and what the dividend is
 * multiplied with so that dividing integers leaves those digits.
 * @param divisors the type of a list of the divisor: that of the divisor alone is not waited for
 */
const quotientFact = (dividend: string, divisors: string, fact: string): string => {
  const divisor = divisors.replace(/\[\]$/, '');
  const [a, b] = [decimalType(dividend), decimalType(divisor)];
  const { precision, scale } = quotientType(a ?? { precision: 1, scale: 0 }, b ?? { precision: 1, scale: 0 });
  if (fact === 'kind') return kind(dividend, divisor, a, b);
  if (fact === 'whole') return `w${Math.max(precision - scale, 1)}`;
  if (fact === 'fraction') return `f${scale}`;
  if (fact === 'digit') return `0.${'1'.padStart(scale, '0')}`;
  return `1${'0'.repeat(Math.max(scale - (a?.scale ?? 0) + (b?.scale ?? 0), 0))}`;
};

const fields = (name: string, type: (places: number) => DuckDBType): DuckDBType =>
  STRUCT(
    Object.fromEntries(Array.from({ length: 37 }, (_one, index) => [`${name}${index + 1}`, type(index + 1)])),
  );
const onlyTypes = () => {
  throw new Error('only the type of this function is of use');
};

/** A decimal's type is the product of two: DECIMAL(8,0) and DECIMAL(9,9) make DECIMAL(17,9). */
export const decimalFunctions: ScalarFunction[] = [
  {
    name: 'redshift_wholes',
    parameters: [],
    returns: fields('w', (digits) => DECIMAL(digits, 0)),
    call: onlyTypes,
  },
  {
    name: 'redshift_fractions',
    parameters: [],
    returns: fields('f', (digits) => DECIMAL(digits, digits)),
    call: onlyTypes,
  },
  {
    name: 'redshift_quotient_fact',
    parameters: [VARCHAR, VARCHAR, VARCHAR],
    returns: VARCHAR,
    call: quotientFact,
  },
];
