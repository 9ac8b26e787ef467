import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Execution } from './executions.ts';

const kept = 1000;

/** Executions that have ended, one JSON line each, so that a second start still shows the last ones. */
export class ExecutionLog {
  #writing: Promise<unknown> = Promise.resolve();
  readonly #file: string;

  private constructor(stateDir: string) {
    this.#file = join(stateDir, 'executions.jsonl');
  }

  /** Opens the log and reads its last 1,000 executions; older ones are dropped. */
  static async open(stateDir: string): Promise<{ log: ExecutionLog; past: Execution[] }> {
    await mkdir(stateDir, { recursive: true });
    const log = new ExecutionLog(stateDir);
    const lines = (await log.#read()).split('\n').filter(Boolean);
    if (lines.length > kept) await writeFile(log.#file, `${lines.slice(-kept).join('\n')}\n`);
    return { log, past: lines.slice(-kept).flatMap(parse) };
  }

  add(execution: Execution): void {
    const line = `${JSON.stringify(execution)}\n`;
    this.#writing = this.#writing.then(() => appendFile(this.#file, line)).catch(console.error);
  }

  async close(): Promise<void> {
    await this.#writing;
  }

  async #read(): Promise<string> {
    return readFile(this.#file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
  }
}

/** A line that a crash cut short is no execution. */
const parse = (line: string): Execution[] => {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
};
