import type { Cell, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { useMemo } from 'react';
import { type ShownColumn, shownColumns } from '../result/shown-columns.ts';

/** As many rows as a tile's table shows; the report has them all. */
export const MOST_ROWS = 200;

export interface TileTableProps {
  title: string;
  columns: Column[];
  rows: readonly Cell[][];
  /** How columns are shown, by their names. */
  formats?: Record<string, ColumnFormat>;
}

/** The first rows of a result, close together, as its report shows them. It scrolls by keyboard too. */
export function TileTable({ title, columns, rows, formats }: TileTableProps) {
  const shown = useMemo(() => shownColumns(columns, formats), [columns, formats]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="tile-table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column.at} scope="col" className={alignment(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
            <tr key={place}>
              {shown.map((column) => (
                <td key={column.at} className={alignment(column)}>
                  <TableCell cell={row[column.at] ?? null} say={column.say} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const alignment = ({ isNumeric }: ShownColumn) => (isNumeric ? 'tile-numeric' : undefined);

function TableCell({ cell, say }: { cell: Cell } & Pick<ShownColumn, 'say'>) {
  return cell === null ? <span className="cell-null">{say(cell)}</span> : say(cell);
}
