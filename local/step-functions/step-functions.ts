import { awsJson, type JsonOperation } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import type { Context } from './context.ts';
import { createStateMachine, type NewStateMachine } from './create-state-machine.ts';
import { ExecutionLog } from './execution-log.ts';
import { Executions } from './executions.ts';
import type { InvokeLambda } from './integrations/lambda.ts';
import { runTask } from './integrations/run-task.ts';
import type { SdkIntegrations } from './integrations/sdk-integrations.ts';
import { taskTokens } from './integrations/task-tokens.ts';
import { Interrupted } from './interpreter/state-error.ts';
import type { Environment } from './interpreter/thread.ts';
import { realSleep, type Sleep } from './interpreter/timers.ts';
import { launcher } from './launch.ts';
import { operations } from './operations/index.ts';
import { StateMachines } from './state-machines.ts';

export interface StepFunctionsOptions {
  /** Folder that keeps the executions which have ended. */
  stateDir: string;
  clock: Clock;
  newId(): string;
  account: string;
  region: string;
  invokeLambda: InvokeLambda;
  integrations: SdkIntegrations;
  /** Passes the time of Wait states and between retries. */
  sleep?: Sleep;
  /** Passes the time of every timeout and heartbeat. */
  timeout?: Sleep;
  random?(): number;
}

/** AWS Step Functions for JSONata workflows, Express and Standard. */
export interface StepFunctions extends Service {
  /** Creates a state machine, or replaces the one of that name; executions that run keep the definition they began with. */
  createStateMachine(machine: NewStateMachine): Promise<{ arn: string }>;
  close(): Promise<void>;
}

export const createStepFunctions = async (options: StepFunctionsOptions): Promise<StepFunctions> => {
  const context = await contextOf(options);
  const handlers = Object.entries(operations).map(([name, operation]) => [
    name,
    operation(context) as JsonOperation,
  ]);
  return {
    name: 'states',
    handle: awsJson({ version: '1.0', operations: Object.fromEntries(handlers) }),
    createStateMachine: createStateMachine(context, options),
    close: async () => {
      await context.executions.stopAll(new Interrupted('ABORTED', { error: 'StackStopped' }));
      options.integrations.close?.();
    },
  };
};

const contextOf = async (options: StepFunctionsOptions): Promise<Context> => {
  const { stateDir, clock, newId, integrations, invokeLambda, region } = options;
  const { sleep = realSleep, timeout = realSleep, random = Math.random } = options;
  const { log, past } = ExecutionLog.open(stateDir);
  const executions = new Executions(log, past);
  const tokens = taskTokens(timeout);
  const environment: Environment = {
    runTask: runTask({ invokeLambda, integrations, tokens, newId }),
    clock,
    sleep,
    timeout,
    random,
    newId,
    region,
  };
  const launch = launcher(executions, environment);
  return { clock, newId, machines: new StateMachines(), executions, tokens, integrations, launch };
};
