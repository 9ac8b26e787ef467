import type { BusEvent } from '../event-bridge/index.ts';
import { awsJson, type JsonOperation } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import type { Context } from './context.ts';
import { createStateMachine, type NewStateMachine } from './create-state-machine.ts';
import { ExecutionLog } from './execution-log.ts';
import { type Execution, Executions } from './executions.ts';
import type { InvokeLambda } from './integrations/lambda.ts';
import { runTask } from './integrations/run-task.ts';
import type { SdkIntegrations } from './integrations/sdk-integrations.ts';
import { taskTokens } from './integrations/task-tokens.ts';
import { Interrupted } from './interpreter/state-error.ts';
import type { Environment } from './interpreter/thread.ts';
import { realSleep, type Sleep } from './interpreter/timers.ts';
import { launcher } from './launch.ts';
import { operations } from './operations/index.ts';
import { startExecution } from './operations/start-execution.ts';
import { RunningLog } from './running-log.ts';
import { StateMachines } from './state-machines.ts';
import { statusEvent } from './status-event.ts';

export interface StepFunctionsOptions {
  /** Folder that keeps executions. */
  stateDir: string;
  clock: Clock;
  newId(): string;
  account: string;
  region: string;
  invokeLambda: InvokeLambda;
  integrations: SdkIntegrations;
  /** Puts what becomes of Standard executions on the default bus. */
  publish?(event: BusEvent): void;
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
  /** Starts an execution as EventBridge does. */
  startExecution(stateMachineArn: string, input: string): Promise<object>;
  /** Ends the Standard executions that an earlier stop or kill of the stack left running, once there is who hears of it. */
  abortLeft(): void;
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
    startExecution: (stateMachineArn, input) => startExecution(context)({ stateMachineArn, input }),
    abortLeft: () => context.executions.abortLeft(stackStopped, options.clock),
    close: async () => {
      await context.executions.stopAll(stackStopped);
      options.integrations.close?.();
    },
  };
};

const stackStopped = new Interrupted('ABORTED', {
  error: 'StackStopped',
  cause: 'The local stack stopped while this execution ran.',
});

const contextOf = async (options: StepFunctionsOptions): Promise<Context> => {
  const { stateDir, clock, newId, integrations, invokeLambda, account, region, publish } = options;
  const { sleep = realSleep, timeout = realSleep, random = Math.random } = options;
  const { log, past } = ExecutionLog.open(stateDir);
  const tell = (execution: Execution): void =>
    publish?.(statusEvent(execution, { id: newId(), account, region, at: clock.now() }));
  const executions = new Executions({ log, running: new RunningLog(stateDir), tell }, past);
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
