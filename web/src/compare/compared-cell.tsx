import type { Cell } from '@readout/runtime/contracts.ts';
import { cellText } from '../result/columns.ts';
import { strings } from '../strings.ts';
import type { Difference, DifferenceKind } from './compare-rows.ts';
import { difference } from './exact.ts';
import type { PairedColumn, SharedColumn } from './paired-columns.ts';

const words = strings.compare;
/** Colour is not the only sign. */
const SIGNS: Record<DifferenceKind, string> = { added: '+', removed: '−', changed: '≠', same: '=' };

/** What became of a row, by a sign, a word and a colour. */
export function Mark({ kind }: { kind: DifferenceKind }) {
  return (
    <span className={`mark mark-${kind}`}>
      <span aria-hidden="true">{SIGNS[kind]}</span> {words.kinds[kind]}
    </span>
  );
}

export interface ComparedCellProps {
  row: Difference;
  column: PairedColumn;
  shared: readonly SharedColumn[];
}

export const isChanged = (row: Difference, column: PairedColumn, shared: readonly SharedColumn[]): boolean =>
  row.changed.some((at) => shared[at] === column);

/** One cell of both results; where they differ the old one, the new one, and the exact difference of numbers. */
export function ComparedCell({ row, column, shared }: ComparedCellProps) {
  const old = cellOf(row.left, column.left);
  const now = cellOf(row.right, column.right);
  if (old === undefined && now === undefined) return <span aria-hidden="true">–</span>;
  if (old === undefined || now === undefined || !isChanged(row, column, shared))
    return <Value cell={(old === undefined ? now : old) ?? null} />;
  const by = column.numeric ? difference(old, now) : undefined;
  return (
    <span className="compare-changed">
      <del>
        <span className="heard">{words.was} </span>
        <Value cell={old} />
      </del>
      <span aria-hidden="true"> › </span>
      <ins>
        <span className="heard">{words.is} </span>
        <Value cell={now} />
      </ins>
      {by !== undefined && (
        <span className="compare-by">
          <span aria-hidden="true"> ({signed(by)})</span>
          <span className="heard">, {words.changedBy(signed(by))}</span>
        </span>
      )}
    </span>
  );
}

function Value({ cell }: { cell: Cell }) {
  return <span className={cell === null ? 'cell-null' : 'tabular'}>{cellText(cell)}</span>;
}

const cellOf = (row: readonly Cell[] | undefined, at: number | undefined): Cell | undefined =>
  row === undefined || at === undefined ? undefined : (row[at] ?? null);

const signed = (by: string): string => (by.startsWith('-') ? `−${by.slice(1)}` : `+${by}`);
