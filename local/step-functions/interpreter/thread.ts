import type { Clock } from '../../service.ts';
import type { Workflow } from './definition.ts';
import type { History, Trail } from './history.ts';
import type { Sleep } from './timers.ts';
import type { Variables } from './variables.ts';

/** One call that a Task state makes. */
export interface TaskCall {
  /** As in the definition. */
  resource: string;
  arguments: unknown;
  stateName: string;
  /** The role the call is made with: the state's `Credentials.RoleArn`, else the execution's. */
  roleArn: string;
  /** Present for `.waitForTaskToken`: the answer is whatever comes back for it. */
  taskToken?: string;
  heartbeatSeconds?: number;
  /** Tells that a token's request was accepted and that the wait for its answer begins. */
  submitted(output: unknown): void;
  /** Aborted when nobody waits for the answer any longer. */
  signal: AbortSignal;
}

/** What the interpreter needs from the world outside; tests of a workflow replace `runTask`. */
export interface Environment {
  runTask(call: TaskCall): Promise<unknown>;
  clock: Clock;
  /** Passes the time of Wait states and between retries. */
  sleep: Sleep;
  /** Passes the time of TimeoutSeconds: apart from `sleep`, so that a test may skip waits without causing timeouts. */
  timeout: Sleep;
  random(): number;
  newId(): string;
  region: string;
}

/** The part of `$states.context` that does not change during an execution. */
export interface ExecutionContext {
  Execution: {
    Id: string;
    Input: unknown;
    Name: string;
    RoleArn: string;
    StartTime: string;
    RedriveCount?: number;
  };
  StateMachine: { Id: string; Name: string };
}

/** One line of control through a workflow: the whole execution, a branch, or a Map iteration. */
export interface Thread {
  environment: Environment;
  history: History;
  trail: Trail;
  context: ExecutionContext;
  variables: Variables;
  signal: AbortSignal;
  /** Runs a workflow inside this one: a branch or an item's. */
  runStates(workflow: Workflow, input: unknown, thread: Thread): Promise<unknown>;
  mapItem?: { Index: number; Value: unknown };
}
