import { availableParallelism } from 'node:os';

/**
 * Lambda's quotas and timings, in bytes and milliseconds
 * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, …/invocation-async-error-handling.html).
 */
export const defaultLimits = {
  /** Payload of a synchronous invocation. */
  requestBytes: 6_291_456,
  /** Payload of an asynchronous invocation. */
  eventBytes: 1_048_576,
  /** What a function may answer: Lambda allows 100 bytes over 6 MB. */
  responseBytes: 6_291_556,
  /** All of a function's own variables, as JSON. */
  environmentBytes: 4096,
  /** How long a process may take before its first poll; then the function's own timeout starts. */
  initMs: 10_000,
  /** An idle process is ended after this. Lambda promises no figure. */
  idleMs: 300_000,
  /** Waits before the second and the third attempt at an asynchronous invocation. */
  retryDelaysMs: [60_000, 120_000],
  /** The end of the log that `X-Amz-Log-Type: Tail` returns. */
  logTailBytes: 4096,
  /** Processes per function on this machine; Lambda's own limit is the account's 1,000. */
  processesPerFunction: Math.max(4, 2 * availableParallelism()),
  /** Processes of a function that may be starting at a time: more would only keep each other from it. */
  startsAtOnce: Math.ceil(availableParallelism() / 2),
  /** How long an event waits for a busy process before another is started, which takes longer than most events. */
  patienceMs: 200,
};

export type LambdaLimits = typeof defaultLimits;
