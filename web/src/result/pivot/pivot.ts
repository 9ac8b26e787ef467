import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { comparing } from '../compare-cells.ts';
import { type ChosenRows, eachRow } from '../each-row.ts';
import type { Pause } from '../slices.ts';
import { type Aggregate, aggregate, type Measure } from './aggregate.ts';

/** Values of a date or time are taken as they are, or by their day, month or year. */
export type Step = 'exact' | 'day' | 'month' | 'year';

export interface Side {
  column: number;
  step: Step;
}

/** What a pivot table shows: how often or how much, by one column and by another across. */
export interface PivotWish {
  rows: Side;
  columns?: Side;
  measure: Measure;
  /** The column that is measured; not for `count`. */
  value?: number;
}

export interface Pivot {
  rowKeys: Cell[];
  /** One, null, where nothing goes across. */
  columnKeys: Cell[];
  /** By row and column; null where the result has no such row. */
  cells: Cell[][];
  rowTotals: Cell[];
  columnTotals: Cell[];
  total: Cell;
}

/** More columns than that no table can show. */
export const MOST_COLUMNS = 200;

/** There would be more columns than that. */
export interface TooManyColumns {
  tooMany: number;
}

/** Goes through the rows once and aggregates them by both sides. */
export async function pivot(
  chosen: ChosenRows,
  columns: Column[],
  wish: PivotWish,
  pause: Pause,
): Promise<Pivot | TooManyColumns> {
  const rowOf = keyOf(wish.rows);
  const columnOf = wish.columns ? keyOf(wish.columns) : () => null;
  const groups = grouping(columns[wish.value ?? -1], wish.measure);
  await eachRow(chosen, pause, (row) => groups.add(rowOf(row), columnOf(row), row[wish.value ?? -1] ?? null));
  if (groups.columns.size > MOST_COLUMNS) return { tooMany: groups.columns.size };
  const rowKeys = sorted(groups.rows, columns[wish.rows.column]);
  const columnKeys = sorted(groups.columns, wish.columns && columns[wish.columns.column]);
  return {
    rowKeys,
    columnKeys,
    cells: rowKeys.map((row) => columnKeys.map((column) => groups.cell(row, column))),
    rowTotals: rowKeys.map((row) => groups.rows.get(row)?.get() ?? null),
    columnTotals: columnKeys.map((column) => groups.columns.get(column)?.get() ?? null),
    total: groups.total.get(),
  };
}

function grouping(value: Column | undefined, measure: Measure) {
  const make = () => aggregate(measure, value);
  const cells = new Map<Cell, Map<Cell, Aggregate>>();
  const rows = new Map<Cell, Aggregate>();
  const columns = new Map<Cell, Aggregate>();
  const total = make();
  return {
    rows,
    columns,
    total,
    cell: (row: Cell, column: Cell): Cell => cells.get(row)?.get(column)?.get() ?? null,
    add(row: Cell, column: Cell, cell: Cell) {
      const across = getOr(cells, row, () => new Map<Cell, Aggregate>());
      // Past what can be shown, columns are only counted.
      if (columns.size <= MOST_COLUMNS || columns.has(column)) getOr(across, column, make).add(cell);
      getOr(rows, row, make).add(cell);
      getOr(columns, column, make).add(cell);
      total.add(cell);
    },
  };
}

function getOr<T>(map: Map<Cell, T>, key: Cell, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const LENGTHS: Record<Exclude<Step, 'exact'>, number> = { day: 10, month: 7, year: 4 };

function keyOf({ column, step }: Side): (row: readonly Cell[]) => Cell {
  if (step === 'exact') return (row) => row[column] ?? null;
  const length = LENGTHS[step];
  return (row) => {
    const cell = row[column] ?? null;
    return cell === null ? null : String(cell).slice(0, length);
  };
}

const sorted = (keys: ReadonlyMap<Cell, unknown>, column: Column | undefined): Cell[] =>
  [...keys.keys()].sort(comparing(column ?? { name: '', type: '' }));
