/**
 * A failure as Step Functions reports it: `name` is what Retry and Catch match and what `$states.errorOutput.Error`
 * holds, `cause` is `$states.errorOutput.Cause`.
 */
export class StateError extends Error {
  /** @param wildcard false where `States.ALL` and `States.TaskFailed` do not match, only the name itself does */
  constructor(
    name: string,
    override readonly cause?: string,
    readonly wildcard = true,
  ) {
    super(cause ?? name);
    this.name = name;
  }

  /** `{ Error, Cause }`, as Catch and history show it. */
  get output(): { Error: string; Cause?: string } {
    return { Error: this.name, ...(this.cause !== undefined && { Cause: this.cause }) };
  }
}

/** A JSONata expression that failed, gave nothing, or gave the wrong type; `location` is the field, as history names it. */
export class QueryEvaluationError extends StateError {
  constructor(
    cause: string,
    readonly location: string,
  ) {
    super('States.QueryEvaluationError', cause);
  }
}

/** The execution was stopped from outside: nothing in the workflow may catch it. */
export class Interrupted extends Error {
  constructor(
    readonly status: 'ABORTED' | 'TIMED_OUT',
    readonly detail: { error?: string; cause?: string } = {},
  ) {
    super(status);
    this.name = 'Interrupted';
  }
}

/** An unexpected error of the interpreter or of a replaced task, by its class name, as a Lambda error would be. */
export const asStateError = (error: unknown): StateError => {
  if (error instanceof StateError) return error;
  if (error instanceof Error) return new StateError(error.name, error.message);
  return new StateError('States.Runtime', String(error));
};

const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/**
 * Does an `ErrorEquals` list match an error?
 * `States.ALL` matches every error, `States.TaskFailed` every one but a timeout, and `States.Timeout` also a missed
 * heartbeat. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const matchesError = (errorEquals: string[], error: StateError): boolean =>
  errorEquals.some((pattern) => {
    if (pattern === error.name) return true;
    if (pattern === 'States.ALL') return error.wildcard;
    if (pattern === 'States.TaskFailed') return error.wildcard && !timeouts.has(error.name);
    return pattern === 'States.Timeout' && timeouts.has(error.name);
  });
