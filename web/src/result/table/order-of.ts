import type { ColumnState } from 'ag-grid-community';
import type { Order } from '../arrange.ts';
import type { PlacedColumn } from './layout.ts';

/** How a person sorted the grid's columns, the outranking one first. */
export const orderOf = (state: readonly ColumnState[], layout: readonly PlacedColumn[]): Order[] =>
  state
    .filter(({ sort }) => sort)
    .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .flatMap(({ colId, sort }) => {
      const placed = layout.find(({ column }) => column.id === colId);
      return placed ? [{ column: placed.column.at, descending: sort === 'desc' }] : [];
    });
