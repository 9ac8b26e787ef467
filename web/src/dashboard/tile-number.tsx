import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { numberOf } from '../chart/number-of.ts';
import { cellText } from '../result/columns.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';

const words = strings.tile;

export interface TileNumberProps {
  /** Which column is shown, and what it is compared with. */
  chart?: Chart;
  columns: readonly Column[];
  rows: readonly Cell[][];
}

/** One column of the last row, as large as the tile lets it be. */
export function TileNumber({ chart, columns, rows }: TileNumberProps) {
  const wanted = chart?.y[0] ?? '';
  const at = columns.findIndex(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (!chart || at < 0) return <p className="tile-none">{words.noColumn(wanted)}</p>;
  const { compared } = numberOf({ columns, rows, chart });
  return (
    <div className="tile-number">
      <span className="tile-figure">{figureText(rows.at(-1)?.[at] ?? null)}</span>
      {compared && <span>{compared}</span>}
      {rows.length > 1 && <span>{words.lastOf(rows.length)}</span>}
    </div>
  );
}

/** Digits in groups, every one of them kept: a decimal is a text, and formatting a text rounds nothing. */
function figureText(cell: Cell): string {
  const isNumber = typeof cell === 'number' || (typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell));
  if (!isNumber) return cellText(cell);
  const digits = String(cell).split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(language(), {
    minimumFractionDigits: Math.min(digits, 20),
    maximumFractionDigits: Math.min(digits, 20),
  }).format(cell as Intl.StringNumericLiteral);
}
