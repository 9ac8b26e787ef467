import type { CellMouseOverEvent, GridApi } from 'ag-grid-community';
import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import { CellRange, type Place } from './cell-range.ts';

const MOVES = /^(Arrow|Page|Home|End)/;
/** Not the header and not the scrollbars, which leave what is chosen as it is. */
const isInCell = ({ target }: { target: EventTarget }) => (target as Element).closest('.ag-cell') !== null;

export type Choosing = ReturnType<typeof useChoosing>;

/**
 * Choosing cells of the grid: with Shift and whatever moves the focus, with the mouse held down, or all of them with
 * Ctrl+A. Ctrl+C copies, for which `onCopy` is called. On a Mac it is Cmd.
 */
export function useChoosing(onCopy: () => void) {
  return useMemo(() => choosing(onCopy), [onCopy]);
}

function choosing(onCopy: () => void) {
  let api: GridApi | undefined;
  let extending = false;
  let taken: Place | undefined;
  const ids = () => api?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [];
  const range = new CellRange(ids);
  const mark = () => api?.refreshCells({ force: true });

  function all() {
    const [columns, rows] = [ids(), api?.getDisplayedRowCount() ?? 0];
    range.start({ row: 0, column: columns[0] ?? '' });
    range.extendTo({ row: rows - 1, column: columns.at(-1) ?? '' });
    mark();
  }

  function focused(): Place | undefined {
    const cell = api?.getFocusedCell();
    return cell ? { row: cell.rowIndex, column: cell.column.getColId() } : undefined;
  }

  /** Chooses the cell that has the focus, or all up to it. */
  function take() {
    const at = focused();
    if (!at) return;
    taken = at;
    const before = range.get()?.size ?? 1;
    if (extending) range.extendTo(at);
    else range.start(at);
    if (extending || before > 1) mark();
  }

  function onCommand(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || !isInCell(event)) return;
    if (event.key === 'c' && !event.shiftKey) onCopy();
    else if (event.key === 'a') all();
    else return;
    event.preventDefault();
  }

  function onMove(event: KeyboardEvent) {
    if (MOVES.test(event.key)) move(event);
  }

  function move(event: KeyboardEvent | MouseEvent) {
    extending = event.shiftKey;
    if (isInCell(event)) take();
  }

  return {
    range,
    attach: (grid: GridApi) => {
      api = grid;
    },
    handlers: {
      onKeyDownCapture: onCommand,
      // By now the grid has moved the focus. It tells of that later, when the next key may have come already.
      onKeyDown: onMove,
      onMouseDown: move,
    },
    events: {
      /** For what moves the focus later or from elsewhere: a page up or down, Tab. */
      onCellFocused() {
        const at = focused();
        if (at?.row !== taken?.row || at?.column !== taken?.column) take();
      },
      onCellMouseOver({ rowIndex, column, event }: CellMouseOverEvent) {
        if (rowIndex === null || (event as globalThis.MouseEvent).buttons !== 1 || !range.get()) return;
        range.extendTo({ row: rowIndex, column: column.getColId() });
        mark();
      },
    },
  };
}
