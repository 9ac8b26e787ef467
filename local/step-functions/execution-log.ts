import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution } from './executions.ts';

/** How many executions are shown at least. */
export const kept = 1000;

/** Executions that have ended, one JSON line each, so that a second start still shows the last ones. */
export class ExecutionLog {
  readonly #file: string;
  readonly #older: string;
  #handle: number | undefined;
  #lines = 0;

  private constructor(stateDir: string) {
    mkdirSync(stateDir, { recursive: true });
    this.#file = join(stateDir, 'executions.jsonl');
    this.#older = join(stateDir, 'executions-before.jsonl');
  }

  /** Opens the log and reads its last 1,000 executions. */
  static open(stateDir: string): { log: ExecutionLog; past: Execution[] } {
    const log = new ExecutionLog(stateDir);
    const newer = linesOf(log.#file);
    const past = [...linesOf(log.#older), ...newer].slice(-kept).flatMap(parse);
    log.#handle = openSync(log.#file, 'a');
    log.#lines = newer.length;
    return { log, past };
  }

  /** Once the file holds enough of them it becomes the older of two, and what was that is dropped. */
  add(execution: Execution): void {
    if (this.#handle === undefined) return;
    writeSync(this.#handle, `${JSON.stringify(execution)}\n`);
    this.#lines += 1;
    if (this.#lines < kept) return;
    closeSync(this.#handle);
    renameSync(this.#file, this.#older);
    this.#handle = openSync(this.#file, 'a');
    this.#lines = 0;
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }
}

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** A line that a crash cut short is no execution. */
const parse = (line: string): Execution[] => {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
};
