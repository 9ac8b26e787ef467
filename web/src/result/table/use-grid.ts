import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps a grid in an element, and tells it each option that has changed since. Its rows are its own and not React's: a
 * fast scroll makes and drops thousands of cells.
 */
export function useGrid<Row>(host: RefObject<HTMLElement | null>, options: GridOptions<Row>): void {
  const grid = useRef<GridApi<Row>>(undefined);
  const given = useRef(options);
  useEffect(() => {
    if (!host.current) return;
    const made = createGrid(host.current, given.current);
    grid.current = made;
    return () => made.destroy();
  }, [host]);
  useEffect(() => {
    const before: Record<string, unknown> = { ...given.current };
    const changed = Object.entries(options).filter(([name, value]) => before[name] !== value);
    given.current = options;
    if (changed.length > 0) grid.current?.updateGridOptions(Object.fromEntries(changed));
  });
}
