import type { Run } from '@readout/runtime/contracts.ts';
import type { ResultState } from '../data/result-reader.ts';
import { strings } from '../strings.ts';

const words = strings.result;

/** What of a result cannot be read, in words: known from the run before a row is read, or from the last page. */
export function capText(run: Run, { capped, loaded, totalRows = 0 }: ResultState): string | undefined {
  if (capped && 'bytes' in capped) return words.cappedByBytes(sizeText(capped.bytes), loaded, totalRows);
  const all = run.rows ?? totalRows;
  const readable = capped ? capped.rows : run.maxRows;
  return readable !== undefined && all > readable ? words.capped(readable, all) : undefined;
}

const sizeText = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`;
