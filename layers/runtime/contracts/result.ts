export interface Column {
  name: string;
  /** Redshift's own name: `int8`, `numeric`, `varchar`, `timestamp`, … */
  type: string;
}

/** Integers past 2^53 and decimals are strings with every digit. */
export type Cell = null | boolean | string | number;

/** The answer of `GET /runs/{runId}/result?page=`. */
export interface ResultPage {
  columns: Column[];
  rows: Cell[][];
  totalRows: number;
  /** What to ask `page` for the following rows; absent on the last page. */
  next?: string;
  /** On the last page that may be read, when the result goes on behind it: which limit was met. */
  capped?: { rows: number } | { bytes: number };
}
