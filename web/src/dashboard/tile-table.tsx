import type { Cell, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { labelOf, withFormats } from '../chart/chart-column.ts';
import { cellText, isNumeric } from '../result/columns.ts';

/** As many rows as a tile's table shows; the report has them all. */
export const MOST_ROWS = 200;

export interface TileTableProps {
  title: string;
  columns: Column[];
  rows: readonly Cell[][];
  /** How columns are shown, by their names. */
  formats?: Record<string, ColumnFormat>;
}

/** The first rows of a result, close together. It scrolls by keyboard too. */
export function TileTable({ title, columns: plain, rows, formats }: TileTableProps) {
  const columns = withFormats(plain, formats);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="tile-table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place alone
              <th key={at} scope="col" className={alignment(column)}>
                {labelOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: and so is a row
            <tr key={at}>
              {columns.map((column, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={place} className={alignment(column)}>
                  <TableCell cell={row[place] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const alignment = (column: Column) => (isNumeric(column) ? 'tile-numeric' : undefined);

function TableCell({ cell }: { cell: Cell }) {
  return cell === null ? <span className="cell-null">{cellText(cell)}</span> : cellText(cell);
}
