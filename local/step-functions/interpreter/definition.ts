/** The Amazon States Language as this interpreter reads it: JSONata only. https://states-language.net/spec.html */
export interface Workflow {
  StartAt: string;
  States: Record<string, State>;
}

/** A whole state machine's definition. */
export interface Definition extends Workflow {
  Comment?: string;
  QueryLanguage: 'JSONata';
  Version?: string;
  TimeoutSeconds?: number;
}

/** JSON in which any string of the form `{% … %}` is a JSONata expression. */
export type Template = unknown;

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxAttempts?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  ErrorEquals: string[];
  Next: string;
  Assign?: Template;
  Output?: Template;
}

interface Common {
  QueryLanguage?: string;
  Comment?: string;
  Next?: string;
  End?: boolean;
  Assign?: Template;
  Output?: Template;
  Retry?: Retrier[];
  Catch?: Catcher[];
}

export interface TaskState extends Common {
  Type: 'Task';
  Resource: string;
  Arguments?: Template;
  /** Seconds, or an expression that gives them. */
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
  Credentials?: { RoleArn: Template };
}

export interface PassState extends Common {
  Type: 'Pass';
}

export interface ChoiceRule {
  Condition: string;
  Next: string;
  Assign?: Template;
  Output?: Template;
}

export interface ChoiceState extends Common {
  Type: 'Choice';
  Choices: ChoiceRule[];
  Default?: string;
}

export interface WaitState extends Common {
  Type: 'Wait';
  Seconds?: number | string;
  Timestamp?: string;
}

export interface SucceedState extends Common {
  Type: 'Succeed';
}

export interface FailState extends Common {
  Type: 'Fail';
  Error?: string;
  Cause?: string;
}

export interface ParallelState extends Common {
  Type: 'Parallel';
  Branches: Workflow[];
  Arguments?: Template;
}

export interface MapState extends Common {
  Type: 'Map';
  Items?: Template;
  ItemSelector?: Template;
  ItemProcessor: Workflow & { ProcessorConfig?: { Mode?: string } };
  MaxConcurrency?: number | string;
}

export type State =
  | TaskState
  | PassState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** The workflows nested in a state: a Parallel's branches, a Map's item processor. */
export const nestedWorkflows = (state: State): Workflow[] =>
  state.Type === 'Parallel' ? state.Branches : state.Type === 'Map' ? [state.ItemProcessor] : [];

/** Every state of a workflow with its name, nested ones included. */
export const allStates = ({ States }: Workflow): [string, State][] =>
  Object.entries(States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...nestedWorkflows(state).flatMap(allStates),
  ]);
