import type { Cell } from '@readout/runtime/contracts.ts';
import type { ColDef } from 'ag-grid-community';
import type { Order } from '../arrange.ts';
import type { CellRange } from './cell-range.ts';
import { FilterableHeader } from './filterable-header.ts';
import type { PlacedColumn } from './layout.ts';

/** A row that is not here yet says so in each of its cells. */
const NOT_YET = '…';

export interface ColumnDefsOptions {
  /** How wide each column must be for its content, in pixels, by its place in a row. */
  widths: number[];
  order: readonly Order[];
  range: CellRange;
  filtered: ReadonlySet<number>;
  onFilter: (column: number) => void;
}

/**
 * The grid's columns as they are laid out, each at least as wide as its content; together they fill the panel, or
 * scroll. One that was given a width keeps it.
 */
export function columnDefs(
  layout: PlacedColumn[],
  { widths, order, range, filtered, onFilter }: ColumnDefsOptions,
): ColDef<Cell[], Cell>[] {
  return layout.map(({ column, hidden, pinned, width }) => {
    const { at, id, label, zone, hint, isNumeric, say } = column;
    const place = order.findIndex((one) => one.column === at);
    return {
      colId: id,
      headerName: label,
      headerTooltip: hint,
      headerClass: isNumeric ? 'ag-right-aligned-header' : undefined,
      headerComponentParams: {
        innerHeaderComponent: FilterableHeader,
        innerHeaderComponentParams: { zone, isFiltered: filtered.has(at), onFilter: () => onFilter(at) },
      },
      suppressHeaderKeyboardEvent: ({ event }) => {
        if (!(event.altKey && event.key === 'ArrowDown')) return false;
        onFilter(at);
        return true;
      },
      cellClass: isNumeric ? 'ag-right-aligned-cell' : undefined,
      cellClassRules: {
        'cell-null': ({ value }) => value === null,
        'cell-chosen': ({ rowIndex }) => range.has(rowIndex, id),
      },
      valueGetter: ({ data }) => data && (data[at] ?? null),
      valueFormatter: ({ value }) => (value === undefined ? NOT_YET : say(value)),
      tooltipValueGetter: ({ value }) =>
        value === undefined || value === null || say(value) === String(value) ? undefined : String(value),
      sort: place < 0 ? null : order[place]?.descending ? 'desc' : 'asc',
      sortIndex: place < 0 ? null : place,
      hide: hidden,
      pinned: pinned ?? null,
      ...(width === undefined
        ? { minWidth: widths[at], flex: widths[at] }
        : { minWidth: 40, width, flex: null }),
    };
  });
}
