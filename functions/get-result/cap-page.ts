import type { Cell, ResultPage } from '@readout/runtime/contracts.ts';
import type { Place } from './page-token.ts';

/** How much of one result may be read. */
export interface ReadCaps {
  rows: number;
  bytes: number;
}

export type ReadPart = Pick<ResultPage, 'rows' | 'capped'> & { read: Pick<Place, 'rows' | 'bytes'> };

/**
 * The rows of a page that may still be read, after what was read before. `capped` says so, and which limit was met, when
 * there is more of the result than that: nothing is cut silently.
 */
export const capPage = (
  rows: Cell[][],
  { before, more, caps }: { before: Pick<Place, 'rows' | 'bytes'>; more: boolean; caps: ReadCaps },
): ReadPart => {
  const read = { rows: before.rows, bytes: before.bytes };
  for (const [index, row] of rows.entries()) {
    const bytes = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (read.rows + 1 > caps.rows) return { rows: rows.slice(0, index), capped: { rows: caps.rows }, read };
    if (read.bytes + bytes > caps.bytes)
      return { rows: rows.slice(0, index), capped: { bytes: caps.bytes }, read };
    read.rows += 1;
    read.bytes += bytes;
  }
  if (more && read.rows >= caps.rows) return { rows, capped: { rows: caps.rows }, read };
  if (more && read.bytes >= caps.bytes) return { rows, capped: { bytes: caps.bytes }, read };
  return { rows, read };
};
