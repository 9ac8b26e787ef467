import type { Dice } from '../../../local/faults/dice.ts';
import type { FaultPlan } from '../../../local/faults/plan.ts';
import type { ServiceRequest, ServiceResponse } from '../../../local/service.ts';
import type { Bundle, Handler } from './bundle.ts';
import type { Caller } from './calls.ts';
import { type GlobalsDeps, processGlobals, processModules } from './process-globals.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A function as the template declares it. */
export interface FunctionDefinition {
  name: string;
  arn: string;
  roleArn: string;
  timeoutSeconds: number;
  environment: Record<string, string>;
  bundle: Bundle;
  /** Of asynchronous invocations. */
  maximumRetryAttempts?: number;
  onFailureQueueArn?: string;
}

export interface Outcome {
  payload: unknown;
  functionError?: string;
}

/** A call of an SDK client of a process. */
export type ProcessCall = (
  process: FunctionProcess,
  service: string,
  request: Omit<ServiceRequest, 'caller'>,
) => Promise<ServiceResponse>;

export interface LambdaDeps {
  time: VirtualTime;
  dice: Dice;
  plan(): FaultPlan;
  functions: FunctionDefinition[];
  call: ProcessCall;
  latency(): number;
  deadLetter(queueArn: string, body: string): void;
  trace(line: string): void;
}

const retryDelays = [60_000, 120_000];

/** One process of a function: it has one event at a time, a clock of its own, and may die. */
export class FunctionProcess implements Caller {
  dead = false;
  /** By how much its clock is wrong. */
  offset = 0;
  readonly #handler: Handler;
  #onDeath: ((error: string) => void) | undefined;

  constructor(
    readonly name: string,
    readonly definition: FunctionDefinition,
    deps: Pick<GlobalsDeps, 'time' | 'random' | 'log'> & { call: ProcessCall },
  ) {
    const globals = processGlobals({
      ...deps,
      now: () => deps.time.now() + this.offset,
      environment: definition.environment,
    });
    const send = (service: string, request: Omit<ServiceRequest, 'caller'>) =>
      deps.call(this, service, request);
    this.#handler = definition.bundle.load({ globals, modules: processModules(deps), send });
  }

  die(error = 'Runtime.ExitError'): void {
    this.dead = true;
    this.#onDeath?.(error);
  }

  run(event: unknown): Promise<Outcome> {
    return new Promise((resolve) => {
      const fail = (errorType: string, errorMessage: string) =>
        resolve({ payload: { errorType, errorMessage, trace: [] }, functionError: 'Unhandled' });
      this.#onDeath = (error) => fail(error, `RequestId: ${this.name} Error: ${error}`);
      const context = { awsRequestId: this.name, functionName: this.definition.name };
      (async () => this.#handler(event, context))().then(
        (payload) => resolve({ payload: payload === undefined ? null : JSON.parse(JSON.stringify(payload)) }),
        (error: Error) => fail(error.name, error.message),
      );
    });
  }
}

/** What Lambda keeps of an event that a function failed at, as far as it is needed. */
const letterOf = ({ arn }: FunctionDefinition, event: object): string =>
  JSON.stringify({ requestContext: { functionArn: `${arn}:$LATEST` }, requestPayload: event });

/** Lambda: processes, cold starts, timeouts, and asynchronous events with their retries. */
export const createLambda = (deps: LambdaDeps) => {
  const { time, dice, plan, trace } = deps;
  const byArn = new Map(deps.functions.map((definition) => [definition.arn, definition]));
  const idle = new Map<FunctionDefinition, FunctionProcess[]>();
  let made = 0;

  const functionOf = (arn: string): FunctionDefinition => {
    const found = byArn.get(arn) ?? deps.functions.find(({ name }) => name === arn);
    if (!found) throw new Error(`there is no function ${arn}`);
    return found;
  };
  const newProcess = (definition: FunctionDefinition): FunctionProcess => {
    made += 1;
    const name = `${definition.name}#${made}`;
    const log = (...words: unknown[]) => trace(`${name} logs ${words.map(String).join(' ')}`);
    return new FunctionProcess(name, definition, { time, random: dice('processes'), log, call: deps.call });
  };
  /** A clock that is wrong may become so, or right, at any event. */
  const turnClock = (process: FunctionProcess): void => {
    const random = dice('clocks');
    const { clock } = plan();
    if (clock === 0) process.offset = 0;
    else if (random() < 0.3) process.offset = random() < 0.5 ? 0 : Math.round((2 * random() - 1) * clock);
  };

  const invoke = async (arn: string, event: object): Promise<Outcome> => {
    const definition = functionOf(arn);
    const waiting = (idle.get(definition) ?? []).filter(({ dead }) => !dead);
    idle.set(definition, waiting);
    const process = waiting.pop() ?? newProcess(definition);
    await time.sleep(deps.latency());
    turnClock(process);
    const late = time.after(definition.timeoutSeconds * 1000, () => process.die('Sandbox.Timedout'));
    const outcome = await process.run(JSON.parse(JSON.stringify(event)));
    late();
    if (outcome.functionError) trace(`${process.name} failed: ${JSON.stringify(outcome.payload)}`);
    if (!process.dead) waiting.push(process);
    await time.sleep(deps.latency());
    return outcome;
  };

  /** Lambda's queue of events: at least once, with retries, then the OnFailure queue. */
  const runAsynchronously = async (arn: string, event: object): Promise<void> => {
    const definition = functionOf(arn);
    const { maximumRetryAttempts = 2, onFailureQueueArn } = definition;
    for (let attempt = 0; ; attempt += 1) {
      await time.sleep(deps.latency());
      if (dice('asynchronous')() < plan().duplicate) void invoke(arn, event);
      const { functionError } = await invoke(arn, event);
      if (!functionError) return;
      if (attempt >= maximumRetryAttempts) break;
      await time.sleep(retryDelays[attempt] as number);
    }
    trace(`${definition.name} gave an event up`);
    if (onFailureQueueArn) deps.deadLetter(onFailureQueueArn, letterOf(definition, event));
  };

  return {
    invoke,
    /** Resolves once the event is accepted. */
    invokeAsynchronously: async (arn: string, event: object): Promise<void> => {
      await time.sleep(deps.latency());
      void runAsynchronously(arn, event);
    },
  };
};

export type Lambda = ReturnType<typeof createLambda>;
