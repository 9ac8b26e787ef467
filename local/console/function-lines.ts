import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from './contracts.ts';

/** Of each file the last so many bytes are looked through. */
const TAIL = 512 * 1024;
/** Lines in one answer. */
const MOST = 500;

export interface LineFilter {
  /** Name of a function; every one when left out. */
  function?: string;
  /** What a line must hold, in whatever case. */
  text?: string;
}

/** The functions that have logged something. */
export const functionsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.log'))
    .map((file) => file.slice(0, -'.log'.length))
    .sort();

/** The last lines of the functions' logs that pass the filter, in each function's order. */
export const functionLines = (folder: string, filter: LineFilter): LogLine[] => {
  const wanted = filter.text?.toLowerCase() ?? '';
  return functionsIn(folder)
    .filter((name) => !filter.function || name === filter.function)
    .flatMap((name) =>
      tailOf(join(folder, `${name}.log`))
        .filter((text) => text.toLowerCase().includes(wanted))
        .slice(-MOST)
        .map((text) => ({ function: name, text })),
    );
};

const tailOf = (file: string): string[] => {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const start = Math.max(0, size - TAIL);
    const buffer = Buffer.alloc(size - start);
    readSync(handle, buffer, 0, buffer.length, start);
    const lines = buffer.toString('utf8').split('\n').filter(Boolean);
    return start > 0 ? lines.slice(1) : lines;
  } finally {
    closeSync(handle);
  }
};
