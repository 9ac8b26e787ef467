import { asReadoutError, type Observable, type ReadoutError, subject } from '@readout/client';
import type { Cell, Column, ResultPage } from '@readout/runtime/contracts.ts';
import { sharedTexts } from './shared-texts.ts';

export interface ResultState {
  columns: Column[];
  /** Every row that is here, in its order. It is one list that grows: `loaded` says how far. */
  rows: readonly Cell[][];
  loaded: number;
  /** Rows of the whole result; known with the first page. */
  totalRows?: number;
  /** Every row that can be read is here. */
  complete: boolean;
  /** There are more rows than can be read, and this is the limit that they met. */
  capped?: ResultPage['capped'];
  /** Pages are being read. */
  loading: boolean;
  error?: ReadoutError;
}

export interface ResultReader extends Observable<ResultState> {
  /**
   * Reads on, page after page, until so many rows are here; resolves when it reads no further. A later, greater wish
   * extends an earlier one.
   */
  want(rows: number): Promise<void>;
  /** Goes on after an error, from the page that failed. */
  retry(): Promise<void>;
  /** Reads no further, because nobody looks any more, until something is wanted again. */
  close(): void;
}

/** A page is told at once when it is the first, and then no oftener than a person can see. */
const TELL_EVERY_MS = 100;

/** Reads one run's result page by page: a page's token comes with the page before it. */
export function resultReader(
  getPage: (page?: string) => Promise<ResultPage>,
  now: () => number = () => performance.now(),
): ResultReader {
  const rows: Cell[][] = [];
  const share = sharedTexts();
  const state = subject<ResultState>({ columns: [], rows, loaded: 0, complete: false, loading: false });
  let latest = state.get();
  let wanted = 0;
  let next: string | undefined;
  let reading: Promise<void> | undefined;
  let closed = false;
  let toldAt = Number.NEGATIVE_INFINITY;

  function tell(change: Partial<ResultState>, atOnce = true) {
    latest = { ...latest, ...change };
    if (closed || (!atOnce && now() - toldAt < TELL_EVERY_MS)) return;
    toldAt = now();
    state.set(latest);
  }

  const isWanting = () =>
    !closed && !latest.complete && (rows.length < wanted || latest.totalRows === undefined);

  function read(): Promise<void> {
    if (!isWanting()) return Promise.resolve();
    reading ??= readOn();
    return reading;
  }

  async function readOn() {
    tell({ loading: true, error: undefined });
    let error: ReadoutError | undefined;
    try {
      while (isWanting()) take(await getPage(next));
    } catch (thrown) {
      error = asReadoutError(thrown);
    }
    reading = undefined;
    tell({ loading: false, error });
  }

  function take({ columns, rows: more, totalRows, capped, next: following }: ResultPage) {
    for (const row of more) rows.push(share(row));
    next = following;
    const complete = following === undefined;
    const isFirst = latest.totalRows === undefined;
    const known = isFirst ? columns : latest.columns;
    tell({ columns: known, loaded: rows.length, totalRows, complete, capped }, isFirst);
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    want(upTo) {
      wanted = Math.max(wanted, upTo);
      closed = false;
      return latest.error ? Promise.resolve() : read();
    },
    retry: read,
    close() {
      closed = true;
    },
  };
}
