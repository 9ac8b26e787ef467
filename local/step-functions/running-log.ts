import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution } from './executions.ts';
import type { RecordedEvent } from './interpreter/history.ts';

/** Standard executions that run, a file each: first what they are, then a line for each event of their history. */
export class RunningLog {
  readonly #folder: string;
  #closed = false;

  constructor(stateDir: string) {
    this.#folder = join(stateDir, 'running');
    mkdirSync(this.#folder, { recursive: true });
  }

  began({ events: _events, ...execution }: Execution): void {
    writeFileSync(this.#fileOf(execution.arn), `${JSON.stringify(execution)}\n`);
  }

  happened(arn: string, event: RecordedEvent): void {
    if (!this.#closed) appendFileSync(this.#fileOf(arn), `${JSON.stringify(event)}\n`);
  }

  ended(arn: string): void {
    rmSync(this.#fileOf(arn), { force: true });
  }

  /** Those that still ran when the stack was stopped or killed, the oldest first. */
  left(): Execution[] {
    return readdirSync(this.#folder)
      .flatMap((name) => parse(readFileSync(join(this.#folder, name), 'utf8')))
      .sort((a, b) => a.startDate - b.startDate);
  }

  /** From now on the files stay as a kill would leave them. */
  close(): void {
    this.#closed = true;
  }

  #fileOf(arn: string): string {
    return join(this.#folder, `${encodeURIComponent(arn)}.jsonl`);
  }
}

/** A line that a crash cut short is not there. */
const parse = (text: string): Execution[] => {
  const [execution, ...events] = text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  return execution ? [{ ...execution, events }] : [];
};
