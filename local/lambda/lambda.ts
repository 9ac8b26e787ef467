import type { Clock, Service } from '../service.ts';
import { lambdaApi } from './api.ts';
import type { SendMessage } from './asynchronous.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { createFunctions } from './functions.ts';
import { createInvoker } from './invoker.ts';
import { defaultLimits, type LambdaLimits } from './limits.ts';
import { createRuntimeApi } from './runtime-api.ts';

export interface LambdaOptions {
  account: string;
  region: string;
  clock: Clock;
  newId: () => string;
  /** Told every line a function logs, with Lambda's own START, END and REPORT. */
  log: (functionName: string, line: string) => void;
  /** Credentials and endpoint for a function's process. */
  baseEnvironment: (roleArn: string, functionName: string, processId: string) => Record<string, string>;
  /** Needed by functions with an OnFailure queue. */
  sendMessage?: SendMessage;
  limits?: Partial<LambdaLimits>;
}

export interface InvokeResult {
  /** What the function answered, parsed; undefined for `Event` and `DryRun`. */
  payload: unknown;
  functionError?: string;
  /** 200, 202 for `Event`, 204 for `DryRun`. */
  statusCode: number;
}

export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

export interface Lambda extends Service {
  /** Deploys a function; its first process starts with its first event. Throws on what CreateFunction refuses. */
  createFunction(definition: FunctionDefinition): { arn: string };
  /** Replaces code or settings: events that begin from now on meet them. Concurrency settings stay as created. */
  updateFunction(name: string, changes: Partial<FunctionDefinition>): { arn: string };
  /** Invoke without HTTP. @throws ServiceError as the API answers it */
  invoke(nameOrArn: string, payload: object, options?: { type?: InvocationType }): Promise<InvokeResult>;
  /** Kills one process, by the id that its `baseEnvironment` was asked with, as if it had died. */
  crash(processId: string): void;
  /** Kills every process; events that wait for a retry are dropped. */
  close(): Promise<void>;
}

/** Lambda on this machine: functions in processes of their own, speaking the Lambda Runtime API. */
export const createLambda = (options: LambdaOptions): Lambda => {
  const limits = { ...defaultLimits, ...options.limits };
  const runtimeApi = createRuntimeApi();
  const closing = new AbortController();
  const functions = createFunctions({ ...options, limits, runtimeApi });
  const invoke = createInvoker({ ...options, limits, closing: closing.signal });
  const checkDestination = (definition: Partial<FunctionDefinition>) => {
    if (definition.onFailureQueueArn && !options.sendMessage) {
      throw new Error(`${definition.name}: an OnFailure queue needs sendMessage`);
    }
  };
  return {
    name: 'lambda',
    handle: lambdaApi({ functions, invoke, newId: options.newId }),
    createFunction: (definition) => {
      checkDestination(definition);
      return { arn: functions.create(definition).arn };
    },
    updateFunction: (name, changes) => {
      checkDestination({ name, ...changes });
      return { arn: functions.update(name, changes).arn };
    },
    invoke: async (nameOrArn, payload, { type = 'RequestResponse' } = {}) => {
      const bytes = Buffer.from(JSON.stringify(payload));
      const { statusCode, outcome } = await invoke(functions.get(nameOrArn), bytes, { type });
      const answer = outcome && JSON.parse(outcome.payload.toString() || 'null');
      return { payload: answer, functionError: outcome?.functionError, statusCode };
    },
    crash: functions.crash,
    close: async () => {
      closing.abort();
      await Promise.all(functions.list().map(({ pool }) => pool.close()));
      await runtimeApi.close();
    },
  };
};
