import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { isNumeric } from '../columns.ts';
import { comparing } from '../compare-cells.ts';
import { type ChosenRows, frequencies } from '../each-row.ts';
import { type Pause, STRIDE } from '../slices.ts';
import { total } from '../total.ts';
import { type Bin, binsOf } from './bins.ts';

/** What can be said of a column at a glance. */
export interface ColumnSummary {
  /** Rows that have a value, and those that do not. */
  values: number;
  nulls: number;
  distinct: number;
  least: Cell;
  greatest: Cell;
  /** For numbers. Exact for integers and decimals: the mean to four more digits than the values have. */
  sum?: Cell;
  mean?: Cell;
  frequent: { cell: Cell; count: number }[];
  /** How the values are spread, for what has a scale. */
  bins: Bin[];
}

const MOST_FREQUENT = 5;

/** Goes through the values of one column: each different one is looked at once, for as many rows as say it. */
export async function summarize(
  chosen: ChosenRows,
  column: Column,
  at: number,
  pause: Pause,
): Promise<ColumnSummary> {
  const counts = await frequencies(chosen, at, pause);
  const nulls = counts.get(null) ?? 0;
  counts.delete(null);
  const compare = comparing(column);
  const sum = isNumeric(column) ? total(column) : undefined;
  let [values, seen] = [0, 0];
  let least: Cell = null;
  let greatest: Cell = null;
  let frequent: ColumnSummary['frequent'] = [];
  for (const [cell, count] of counts) {
    if (seen++ % STRIDE === 0) await pause();
    values += count;
    sum?.add(cell, count);
    if (least === null || compare(cell, least) < 0) least = cell;
    if (greatest === null || compare(cell, greatest) > 0) greatest = cell;
    frequent = withOne(frequent, { cell, count });
  }
  return {
    values,
    nulls,
    distinct: counts.size,
    least,
    greatest,
    ...(sum && values > 0 && { sum: sum.sum(), mean: sum.mean() }),
    frequent,
    bins: await binsOf(counts, column, least, greatest, pause),
  };
}

/** The most frequent of those before and one more. */
function withOne(frequent: ColumnSummary['frequent'], one: { cell: Cell; count: number }) {
  const last = frequent.at(-1);
  if (frequent.length === MOST_FREQUENT && last && one.count <= last.count) return frequent;
  return [...frequent, one].sort((a, b) => b.count - a.count).slice(0, MOST_FREQUENT);
}
