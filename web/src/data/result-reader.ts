import type { Cell, Column, ResultPage } from '@readout/runtime/contracts.ts';
import { type Observable, subject } from './observable.ts';
import { asReadoutError, type ReadoutError } from './readout-error.ts';

export interface ResultState {
  columns: Column[];
  rows: Cell[][];
  /** Rows of the whole result; known with the first page. */
  totalRows?: number;
  /** Every row that can be read is here. */
  complete: boolean;
  /** There are more rows than can be read, and this is the limit that they met. */
  capped?: ResultPage['capped'];
  loading: boolean;
  error?: ReadoutError;
}

export interface ResultReader extends Observable<ResultState> {
  /** Reads the next page; does nothing while one is being read, and after the last. After an error, tries again. */
  more(): Promise<void>;
}

const EMPTY: ResultState = { columns: [], rows: [], complete: false, loading: false };

/** Reads one run's result page by page. A page's token comes with the page before it. */
export function resultReader(getPage: (page?: string) => Promise<ResultPage>): ResultReader {
  const state = subject<ResultState>(EMPTY);
  let next: string | undefined;

  async function more() {
    const before = state.get();
    if (before.loading || before.complete) return;
    state.set({ ...before, loading: true, error: undefined });
    try {
      const page = await getPage(next);
      next = page.next;
      state.set({
        columns: page.columns,
        rows: [...before.rows, ...page.rows],
        totalRows: page.totalRows,
        complete: next === undefined,
        capped: page.capped,
        loading: false,
      });
    } catch (thrown) {
      state.set({ ...before, loading: false, error: asReadoutError(thrown) });
    }
  }
  return { get: state.get, subscribe: state.subscribe, more };
}
