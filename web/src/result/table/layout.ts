import type { ColumnState } from 'ag-grid-community';
import type { ShownColumn } from '../shown-columns.ts';

/** How one column stands in the table: all that a person can change of it. */
export interface Placement {
  id: string;
  hidden: boolean;
  pinned?: 'left' | 'right';
  /** In pixels; left out while the column is as wide as its content. */
  width?: number;
}

export interface PlacedColumn extends Omit<Placement, 'id'> {
  column: ShownColumn;
}

/** The columns in the order of the table. What was never placed stands as its report says, behind the others. */
export function layoutOf(columns: ShownColumn[], kept: readonly Placement[]): PlacedColumn[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const placed = kept.flatMap(({ id, ...placement }) => {
    const column = byId.get(id);
    byId.delete(id);
    return column ? [{ column, ...placement }] : [];
  });
  const others = [...byId.values()].map((column) => ({
    column,
    hidden: column.format.hide ?? false,
    ...(column.format.width !== undefined && { width: column.format.width }),
  }));
  return [...placed, ...others];
}

/** What a person did to the grid's columns. */
export const placementsOf = (state: readonly ColumnState[]): Placement[] =>
  state.map(({ colId, hide, pinned, flex, width }) => ({
    id: colId,
    hidden: hide ?? false,
    ...((pinned === 'left' || pinned === 'right') && { pinned }),
    ...(!flex && width != null && { width }),
  }));

const keyOf = (report: string): string => `readout.columns.${report}`;

/** What was kept on this device; nothing where it is not what was written. */
export function keptPlacements(report: string): Placement[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(report)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.id === 'string') : [];
  } catch {
    return [];
  }
}

/** An empty list forgets, so that the table stands as its report says. */
export function keepPlacements(report: string, placements: Placement[]): void {
  if (placements.length === 0) localStorage.removeItem(keyOf(report));
  else localStorage.setItem(keyOf(report), JSON.stringify(placements));
}
