import type { Cell, Chart, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { withFormats } from '../chart/chart-column.ts';
import { columnAt } from '../chart/column-kind.ts';
import { numberOf } from '../chart/number-of.ts';
import { isPlain } from '../exact/decimal.ts';
import { cellFormat } from '../result/format/format-cell.ts';
import { strings } from '../strings.ts';

const words = strings.tile;

export interface TileNumberProps {
  /** Which column is shown, and what it is compared with. */
  chart?: Chart;
  columns: readonly Column[];
  rows: readonly Cell[][];
  /** How columns are shown, by their names. */
  formats?: Record<string, ColumnFormat>;
}

/** One column of the last row, as large as the tile lets it be. */
export function TileNumber({ chart, columns: plain, rows, formats }: TileNumberProps) {
  const columns = withFormats(plain, formats);
  const wanted = chart?.y[0] ?? '';
  const at = columnAt(columns, wanted);
  if (!chart || at < 0) return <p className="tile-none">{words.noColumn(wanted)}</p>;
  const { compared } = numberOf({ columns, rows, chart });
  return (
    <div className="tile-number">
      <span className="tile-figure">{figureText(rows.at(-1)?.[at] ?? null, columns[at]?.format)}</span>
      {compared && <span>{compared}</span>}
      {rows.length > 1 && <span>{words.lastOf(rows.length)}</span>}
    </div>
  );
}

/** As its report shows it. A number of which that says nothing has its digits in groups, every one of them kept. */
function figureText(cell: Cell, format: ColumnFormat = {}): string {
  const isNumber = typeof cell !== 'boolean' && isPlain(String(cell));
  return cellFormat(isNumber && format.format === undefined ? { ...format, format: 'number' } : format)(cell);
}
