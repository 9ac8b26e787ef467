import type { Run } from '@readout/runtime/contracts.ts';
import type { ResultState } from '../data/result-reader.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';

const words = strings.result;

/** How many rows of how many can be read. */
export interface ReadablePart {
  readable: number;
  all: number;
}

/** What part of a result can be read; nothing where it is the whole. Known from the run before a row is read, or from the last page. */
export function readablePart(
  run: Run,
  { capped, loaded, totalRows = 0 }: ResultState,
): ReadablePart | undefined {
  if (capped && 'bytes' in capped) return { readable: loaded, all: totalRows };
  const all = run.rows ?? totalRows;
  const readable = capped ? capped.rows : run.maxRows;
  return readable !== undefined && all > readable ? { readable, all } : undefined;
}

/** What of a result cannot be read, in words. */
export function capText(run: Run, state: ResultState): string | undefined {
  const part = readablePart(run, state);
  if (!part) return undefined;
  const { readable, all } = part;
  const { capped } = state;
  return capped && 'bytes' in capped
    ? words.cappedByBytes(sizeText(capped.bytes), readable, all)
    : words.capped(readable, all);
}

const sizeText = (bytes: number): string =>
  `${new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;
