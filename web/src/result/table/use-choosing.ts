import type { CellFocusedEvent, CellMouseOverEvent, GridApi } from 'ag-grid-community';
import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import { CellRange } from './cell-range.ts';

const MOVES = /^(Arrow|Page|Home|End)/;

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
  const ids = () => api?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [];
  const range = new CellRange(ids);
  const mark = () => api?.refreshCells({ force: true });

  function all() {
    const [columns, rows] = [ids(), api?.getDisplayedRowCount() ?? 0];
    range.start({ row: 0, column: columns[0] ?? '' });
    range.extendTo({ row: rows - 1, column: columns.at(-1) ?? '' });
    mark();
  }

  function onKey(event: KeyboardEvent) {
    extending = event.shiftKey && MOVES.test(event.key);
    if (!(event.ctrlKey || event.metaKey) || !(event.target as Element).closest('.ag-cell')) return;
    if (event.key === 'c' && !event.shiftKey) onCopy();
    else if (event.key === 'a') all();
    else return;
    event.preventDefault();
  }

  return {
    range,
    attach: (grid: GridApi) => {
      api = grid;
    },
    handlers: {
      onKeyDownCapture: onKey,
      onMouseDownCapture: (event: MouseEvent) => {
        extending = event.shiftKey;
      },
    },
    events: {
      onCellFocused({ rowIndex, column }: CellFocusedEvent) {
        if (rowIndex === null || column === null) return;
        const at = { row: rowIndex, column: typeof column === 'string' ? column : column.getColId() };
        const before = range.get()?.size ?? 1;
        if (extending) range.extendTo(at);
        else range.start(at);
        if (extending || before > 1) mark();
      },
      onCellMouseOver({ rowIndex, column, event }: CellMouseOverEvent) {
        if (rowIndex === null || (event as globalThis.MouseEvent).buttons !== 1 || !range.get()) return;
        range.extendTo({ row: rowIndex, column: column.getColId() });
        mark();
      },
    },
  };
}
