import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../service.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { type FunctionLog, functionLog } from './function-log.ts';
import {
  type Answer,
  exitReason,
  failedWith,
  type Invocation,
  type Outcome,
  reportLine,
} from './invocation.ts';
import type { LambdaLimits } from './limits.ts';
import type { Delivery, RuntimeSession } from './runtime-api.ts';

const bootstrap = fileURLToPath(new URL('./bootstrap.cjs', import.meta.url));

export interface EnvironmentDeps {
  definition: FunctionDefinition;
  limits: LambdaLimits;
  clock: Clock;
  log: (line: string) => void;
  /** Told once, when the process is gone. */
  onEnd: () => void;
}

/** The invocation in hand, from `run` until the process asks for the next one or ends. */
interface Work {
  invocation: Invocation;
  resolve: (outcome: Outcome) => void;
  /** performance.now() at delivery. */
  deliveredAt?: number;
  answer?: Answer;
  timer?: NodeJS.Timeout;
}

/** One process of one function: one event at a time, as an execution environment of Lambda. */
export class ExecutionEnvironment implements RuntimeSession {
  readonly #deps: EnvironmentDeps;
  #child?: ChildProcessByStdio<null, Readable, Readable>;
  #log?: FunctionLog;
  #poll?: (delivery: Delivery) => void;
  #work?: Work;
  #initError?: Buffer;
  #startedAt = 0;
  #initMs?: number;
  #ended = false;
  /** Why it takes no more events, for the one that comes all the same. */
  #death?: (requestId: string) => Answer;
  #gone: Promise<void> = Promise.resolve();
  #initTimer?: NodeJS.Timeout;
  #setReady: () => void = () => {};
  /** Resolves when the process asks for its first event, or is gone. */
  readonly ready = new Promise<void>((ready) => {
    this.#setReady = ready;
  });

  constructor(deps: EnvironmentDeps) {
    this.#deps = deps;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Starts the process. `environment` is everything it will see. */
  start(environment: Record<string, string>): void {
    const { definition, limits, log } = this.#deps;
    const heap = `--max-old-space-size=${Math.floor(definition.memoryMb * 0.9)}`;
    const child = spawn(process.execPath, [heap, bootstrap], {
      cwd: definition.codeDir,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#startedAt = performance.now();
    this.#initTimer = setTimeout(
      () => this.#kill(this.#timedOut),
      limits.initMs + definition.timeoutSeconds * 1000,
    );
    this.#log = functionLog([child.stdout, child.stderr], log, limits.logTailBytes);
    this.#gone = new Promise((gone) => {
      child.once('error', (error) => this.#log?.write(error.message));
      child.once('close', (code, signal) => {
        this.#onExit(code, signal);
        gone();
      });
    });
  }

  /** Hands a process that is {@link ready} one event. The outcome is there when it is ready for another, or gone. */
  run(invocation: Invocation): Promise<Outcome> {
    return new Promise((resolve) => {
      const work = { invocation, resolve };
      if (this.#death) this.#settle(work, this.#death(invocation.requestId));
      else {
        this.#work = work;
        this.#deliver(work);
      }
    });
  }

  /** Kills the process and waits for its end. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#child?.kill('SIGKILL');
    await this.#gone;
  }

  next(): Promise<Delivery> {
    this.#initMs ??= performance.now() - this.#startedAt;
    clearTimeout(this.#initTimer);
    return new Promise((poll) => {
      this.#poll = poll;
      const work = this.#work;
      if (work?.answer) this.#settle(work, work.answer);
      this.#setReady();
    });
  }

  respond(requestId: string, body: Buffer): number {
    const { responseBytes } = this.#deps.limits;
    if (body.length <= responseBytes) return this.#answer(requestId, { payload: body });
    const message = `Response payload size (${body.length} bytes) exceeded maximum allowed payload size (${responseBytes} bytes).`;
    this.#answer(requestId, failedWith('Function.ResponseSizeTooLarge', message));
    return 413;
  }

  fail(requestId: string, body: Buffer): number {
    return this.#answer(requestId, { payload: body, functionError: 'Unhandled' });
  }

  initFailed(body: Buffer): number {
    this.#initError = body;
    return 202;
  }

  #answer(requestId: string, answer: Answer): number {
    if (this.#work?.invocation.requestId !== requestId) return 400;
    clearTimeout(this.#work.timer);
    this.#work.answer ??= answer;
    return 202;
  }

  #deliver(work: Work): void {
    const { definition, clock } = this.#deps;
    this.#log?.write(`START RequestId: ${work.invocation.requestId} Version: $LATEST`);
    work.deliveredAt = performance.now();
    work.timer = setTimeout(() => this.#kill(this.#timedOut), definition.timeoutSeconds * 1000);
    const deadlineMs = clock.now().getTime() + definition.timeoutSeconds * 1000;
    this.#poll?.({ ...work.invocation, deadlineMs });
    this.#poll = undefined;
  }

  /** Answers the event in hand at once: the process is not waited for. */
  #kill(death: (requestId: string) => Answer): void {
    this.#ended = true;
    this.#death ??= death;
    this.#child?.kill('SIGKILL');
    const work = this.#work;
    if (work) this.#settle(work, this.#death(work.invocation.requestId));
  }

  readonly #timedOut = (requestId: string): Answer => {
    const message = `Task timed out after ${this.#deps.definition.timeoutSeconds.toFixed(2)} seconds`;
    this.#log?.write(`${this.#deps.clock.now().toISOString()} ${requestId} ${message}`);
    return failedWith('Sandbox.Timedout', `RequestId: ${requestId} Error: ${message}`);
  };

  #onExit(code: number | null, signal: NodeJS.Signals | null): void {
    this.#ended = true;
    clearTimeout(this.#initTimer);
    this.#death ??= this.#exited(code, signal);
    const work = this.#work;
    if (work) this.#settle(work, work.answer ?? this.#death(work.invocation.requestId));
    this.#deps.onEnd();
    this.#setReady();
  }

  #exited =
    (code: number | null, signal: NodeJS.Signals | null) =>
    (requestId: string): Answer => {
      if (this.#initError) return { payload: this.#initError, functionError: 'Unhandled' };
      const message = `RequestId: ${requestId} Error: ${exitReason(code, signal)}`;
      this.#log?.write(message);
      this.#log?.write('Runtime.ExitError');
      return failedWith('Runtime.ExitError', message);
    };

  #settle(work: Work, answer: Answer): void {
    clearTimeout(work.timer);
    this.#work = undefined;
    this.#report(work);
    work.resolve({ ...answer, logTail: this.#log?.takeTail() ?? '' });
  }

  #report({ invocation: { requestId }, deliveredAt }: Work): void {
    const durationMs = performance.now() - (deliveredAt ?? this.#startedAt);
    const { memoryMb } = this.#deps.definition;
    this.#log?.write(`END RequestId: ${requestId}`);
    this.#log?.write(reportLine({ requestId, durationMs, memoryMb, initMs: this.#initMs }));
    this.#initMs = 0;
  }
}
