/** What a result can be downloaded as. */
export type DownloadFormat = 'csv' | 'xlsx' | 'parquet';

/** The body of `POST /runs/{runId}/downloads`. */
export interface DownloadRequest {
  format: DownloadFormat;
  /** For `csv`: the values as they are, without what makes the file safe and readable in a spreadsheet. */
  raw?: boolean;
}

/** One file of a download. The link needs no token, so it is as good as the file while it works. */
export interface DownloadFile {
  name: string;
  url: string;
  bytes: number;
}

/** The answer of `POST /runs/{runId}/downloads`, unless that is 202 and the run which prepares the file. */
export interface Download extends DownloadRequest {
  /** Rows in the files, without a header. */
  rows: number;
  /** When the result has more rows than may be read: how many may. */
  capped?: { rows: number };
  /** Whether the rows stand in the report's order: Redshift writes large files in no particular one. */
  ordered: boolean;
  /** When Redshift began the statement that the rows are from. */
  asOf?: string;
  /** One, unless Redshift cut what is larger than 6.2 GB. */
  files: DownloadFile[];
  /** When the links end. */
  expiresAt: string;
}
