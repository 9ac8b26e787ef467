import type { Clock } from '../service.ts';
import { executionExists, noSuchExecution } from './errors.ts';
import { type ExecutionLog, kept } from './execution-log.ts';
import type { Ending } from './interpreter/execution.ts';
import { History, type RecordedEvent } from './interpreter/history.ts';
import type { Interrupted } from './interpreter/state-error.ts';
import type { RunningLog } from './running-log.ts';

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

export interface Records {
  /** Executions that have ended. */
  log: ExecutionLog;
  /** Standard executions that run. */
  running: RunningLog;
  /** Hears of every Standard execution that starts or ends. */
  tell(execution: Execution): void;
}

/**
 * Executions of both types, the last 1,000 that ended and all that run. Express ones are listed and described too, which
 * the cloud does only in its logs. Standard ones that still run when the stack stops are aborted when it starts again.
 */
export class Executions {
  readonly #byArn = new Map<string, Execution>();
  #stopping = false;
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<void> }>();

  constructor(
    readonly records: Records,
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
    if (execution.type === 'STANDARD') {
      this.records.running.began(execution);
      this.records.tell(execution);
    }
    const controller = new AbortController();
    const ended = run(controller.signal).then((ending) => {
      this.#running.delete(execution.arn);
      if (!this.#stopping || execution.type === 'EXPRESS') this.#end(execution, ending, now());
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

  /** Standard executions are left as they are on disk, as by a kill: `abortLeft` ends them. */
  async stopAll(reason: Interrupted): Promise<void> {
    this.#stopping = true;
    this.records.running.close();
    await Promise.all([...this.#running.keys()].map((arn) => this.stop(arn, reason)));
    this.records.log.close();
  }

  /** Ends the Standard executions that ran when the stack was stopped or killed. */
  abortLeft({ status, detail }: Interrupted, clock: Clock): void {
    for (const execution of this.records.running.left()) {
      const earlier = this.#byArn.get(execution.arn);
      if (earlier) {
        this.records.running.ended(execution.arn); // its end was written, and then came the kill
        continue;
      }
      const history = new History(clock, execution.events);
      const last = execution.events.at(-1)?.id ?? 0;
      history.record('ExecutionAborted', last, { executionAbortedEventDetails: detail });
      this.#byArn.set(execution.arn, execution);
      this.#end(execution, { status, ...detail }, clock.now().getTime());
    }
  }

  #end(execution: Execution, { status, ...rest }: Ending, stopDate: number): void {
    const data = 'output' in rest ? { output: JSON.stringify(rest.output) } : rest;
    Object.assign(execution, { status, ...data, stopDate });
    this.records.log.add(execution);
    if (execution.type === 'EXPRESS') return;
    this.records.running.ended(execution.arn);
    this.records.tell(execution);
  }

  #forgetOldest(): void {
    for (const arn of this.#byArn.keys()) {
      if (this.#byArn.size - this.#running.size <= kept) return;
      if (!this.#running.has(arn)) this.#byArn.delete(arn);
    }
  }
}
