import { executionExists, noSuchExecution } from './errors.ts';
import { type ExecutionLog, kept } from './execution-log.ts';
import type { Ending } from './interpreter/execution.ts';
import type { RecordedEvent } from './interpreter/history.ts';

/** One execution, running or ended. Times in milliseconds since the epoch. */
export interface Execution {
  arn: string;
  name: string;
  machineArn: string;
  type: 'EXPRESS' | 'STANDARD';
  status: 'RUNNING' | Ending['status'];
  /** JSON text, as it was given. */
  input: string;
  output?: string;
  error?: string;
  cause?: string;
  startDate: number;
  stopDate?: number;
  events: RecordedEvent[];
}

/**
 * Executions of both types, the last 1,000 that ended and all that run. Express ones are listed and described too, which the cloud does only in
 * its logs. What still runs when the stack stops is gone with it.
 */
export class Executions {
  readonly #byArn = new Map<string, Execution>();
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<void> }>();

  constructor(
    readonly log: ExecutionLog,
    past: Execution[],
  ) {
    for (const execution of past) this.#byArn.set(execution.arn, execution);
  }

  get(arn: string): Execution {
    const execution = this.#byArn.get(arn);
    if (!execution) throw noSuchExecution(arn);
    return execution;
  }

  has(arn: string): boolean {
    return this.#byArn.has(arn);
  }

  /** Newest first. */
  of(machineArn: string): Execution[] {
    return [...this.#byArn.values()].filter((execution) => execution.machineArn === machineArn).reverse();
  }

  /** Keeps an execution and runs it; `ended` resolves when its ending is written. */
  start(
    execution: Execution,
    run: (signal: AbortSignal) => Promise<Ending>,
    now: () => number,
  ): Promise<void> {
    if (this.#byArn.has(execution.arn)) throw executionExists(execution.arn);
    this.#byArn.set(execution.arn, execution);
    this.#forgetOldest();
    const controller = new AbortController();
    const ended = run(controller.signal).then((ending) => {
      const { status, ...rest } = ending;
      const data = 'output' in rest ? { output: JSON.stringify(rest.output) } : rest;
      Object.assign(execution, { status, ...data, stopDate: now() });
      this.#running.delete(execution.arn);
      this.log.add(execution);
    });
    this.#running.set(execution.arn, { controller, ended });
    return ended;
  }

  /** Aborts a running execution and waits for its end; nothing happens to one that has ended. */
  async stop(arn: string, reason: Error): Promise<void> {
    const running = this.#running.get(arn);
    running?.controller.abort(reason);
    await running?.ended;
  }

  async stopAll(reason: Error): Promise<void> {
    await Promise.all([...this.#running.keys()].map((arn) => this.stop(arn, reason)));
    this.log.close();
  }

  #forgetOldest(): void {
    for (const arn of this.#byArn.keys()) {
      if (this.#byArn.size - this.#running.size <= kept) return;
      if (!this.#running.has(arn)) this.#byArn.delete(arn);
    }
  }
}
