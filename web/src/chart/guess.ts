import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { kindOf } from './column-kind.ts';

/** Enough rows to see how values repeat, few enough to look at at once. */
export const LOOKED_AT = 1_000;
const FEW = 12;
const MOST_LINES = 3;

/** A chart that columns and rows suggest; nothing where there is no column. */
export function guess(columns: readonly Column[], rows: readonly Cell[][]): Chart | undefined {
  const named = (kind: ReturnType<typeof kindOf>) => columns.filter((column) => kindOf(column) === kind);
  const [times, numbers, texts] = [named('time'), named('number'), named('text')].map((kind) =>
    kind.map(({ name }) => name),
  ) as [string[], string[], string[]];
  const [time, number, text] = [times[0], numbers[0], texts[0]];
  const distinct = (name: string) => distinctIn(columns, rows, name);
  if (number !== undefined && rows.length === 1) return { type: 'number', x: time ?? text, y: [number] };
  if (time !== undefined && number !== undefined) {
    const series = texts.find((name) => distinct(name) > 1 && distinct(name) <= FEW);
    if (series !== undefined && distinct(time) < Math.min(rows.length, LOOKED_AT))
      return { type: 'line', x: time, y: [number], series };
    return { type: 'line', x: time, y: numbers.slice(0, MOST_LINES) };
  }
  if (text !== undefined && number !== undefined) return { type: 'bar', x: text, y: [number] };
  if (number !== undefined) return ofNumbers(columns, rows, numbers as [string, ...string[]]);
  const counted = texts[0] ?? times[0];
  if (counted === undefined) return undefined;
  return { type: 'bar', x: counted, y: [counted], combine: 'count', sort: 'largest' };
}

/** Numbers that rise are what the others follow; else every row is a point. */
function ofNumbers(columns: readonly Column[], rows: readonly Cell[][], names: [string, ...string[]]): Chart {
  const [x, ...y] = names;
  if (y.length === 0) return { type: 'bar', x, y: [x], combine: 'count', sort: 'x' };
  const at = columns.findIndex(({ name }) => name === x);
  const looked = rows.slice(0, LOOKED_AT).map((row) => Number(row[at]));
  const rises = looked.every((value, index) => index === 0 || value > (looked[index - 1] as number));
  if (rises) return { type: 'line', x, y: y.slice(0, MOST_LINES) };
  return { type: 'scatter', x, y: [y[0] as string] };
}

function distinctIn(columns: readonly Column[], rows: readonly Cell[][], name: string): number {
  const at = columns.findIndex((column) => column.name === name);
  return new Set(rows.slice(0, LOOKED_AT).map((row) => row[at])).size;
}
