import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { compareDecimals, decimalOf, isPlain } from '../exact/decimal.ts';
import { isNumeric, kindOf } from './columns.ts';

type Compare = (left: Cell, right: Cell) => number;

/** Orders cells whose column is not known: nulls last, numbers by value with every digit counted, the rest by text. */
export function compareCells(left: Cell | undefined, right: Cell | undefined): number {
  if (left == null || right == null) return Number(left == null) - Number(right == null);
  const isPair = typeof left === 'number' && typeof right === 'number';
  const areNumbers = isPair || (isPlain(String(left)) && isPlain(String(right)));
  return areNumbers ? compareNumbers(left, right) : compareTexts(left, right);
}

/** How the cells of a column are ordered: nulls last, numbers by value with every digit counted, texts as people do. */
export function comparing(column: Column): Compare {
  const compare = isNumeric(column)
    ? compareNumbers
    : kindOf(column) === 'text'
      ? compareTexts
      : compareCodes;
  return (left, right) =>
    left === null || right === null ? Number(left === null) - Number(right === null) : compare(left, right);
}

const compareTexts: Compare = (left, right) => String(left).localeCompare(String(right));

/** Dates and times as Redshift writes them, and booleans. */
const compareCodes: Compare = (left, right) => (String(left) < String(right) ? -1 : Number(left !== right));

/** Doubles tell most numbers apart; those that they hold as one are told apart by their digits. NaN is the greatest. */
const compareNumbers: Compare = (left, right) => {
  const [a, b] = [Number(left), Number(right)];
  if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) {
    return Number.isNaN(a) || Number.isNaN(b)
      ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
      : a < b
        ? -1
        : 1;
  }
  const [x, y] = [decimalOf(String(left)), decimalOf(String(right))];
  return x && y ? compareDecimals(x, y) : 0;
};
