import type { Cell, Column } from '@readout/runtime/contracts.ts';
import type { ColDef } from 'ag-grid-community';
import { strings } from '../strings.ts';
import { compareCells } from './compare-cells.ts';

/** Redshift's numeric types, by the names that the Data API gives them. */
const NUMBERS =
  /^(int2|int4|int8|integer|bigint|smallint|numeric|decimal|float4|float8|real|double precision|double)\b/i;

export const isNumeric = ({ type }: Column): boolean => NUMBERS.test(type);

/** What a cell says. Digits are shown as they came: nothing is rounded or grouped. */
export const cellText = (cell: Cell): string => (cell === null ? strings.result.null : String(cell));

/**
 * The grid's columns, each at least as wide as its content; together they fill the panel, or scroll. Two columns of a
 * result may bear one name, so a column is known by its place.
 */
export function columnDefs(columns: Column[], widths: number[], sortable: boolean): ColDef<Cell[], Cell>[] {
  return columns.map((column, at) => ({
    colId: String(at),
    headerName: column.name,
    headerTooltip: `${column.name} · ${column.type}`,
    headerClass: isNumeric(column) ? 'ag-right-aligned-header' : undefined,
    cellClass: isNumeric(column) ? 'ag-right-aligned-cell' : undefined,
    cellClassRules: { 'cell-null': ({ value }) => value === null },
    valueGetter: ({ data }) => data?.[at] ?? null,
    valueFormatter: ({ value }) => cellText(value ?? null),
    comparator: compareCells,
    sortable,
    minWidth: widths[at],
    flex: widths[at],
  }));
}
