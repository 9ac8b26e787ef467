import { createHash } from 'node:crypto';

/** One event on its way to a process. */
export interface Invocation {
  requestId: string;
  payload: Buffer;
  functionArn: string;
  traceId: string;
  /** JSON, from the caller's X-Amz-Client-Context. */
  clientContext?: string;
}

/** What came of it. A function's own error is an outcome, not an exception. */
export interface Outcome {
  payload: Buffer;
  functionError?: 'Unhandled';
  /** The last of what it logged. */
  logTail: string;
}

export type Answer = Omit<Outcome, 'logTail'>;

/** The outcome for an error that Lambda itself reports about a process. */
export const failedWith = (errorType: string, errorMessage: string): Answer => ({
  payload: Buffer.from(JSON.stringify({ errorType, errorMessage })),
  functionError: 'Unhandled',
});

/** An X-Ray header for an unsampled trace, its parts derived from `id`. */
export const traceHeader = (id: string, now: Date): string => {
  const hex = createHash('sha256').update(id).digest('hex');
  const seconds = Math.floor(now.getTime() / 1000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${hex.slice(0, 24)};Parent=${hex.slice(24, 40)};Sampled=0`;
};

const signalWords: Record<string, string> = {
  SIGKILL: 'killed',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
  SIGINT: 'interrupt',
};

/** How Lambda words the end of a process. */
export const exitReason = (code: number | null, signal: NodeJS.Signals | null): string => {
  if (signal) return `Runtime exited with error: signal: ${signalWords[signal] ?? signal}`;
  if (code === 0) return 'Runtime exited without providing a reason';
  return `Runtime exited with error: exit status ${code}`;
};

/** The REPORT line of Lambda's log. `initMs` is above 0 for a cold start only. */
export const reportLine = (report: {
  requestId: string;
  durationMs: number;
  memoryMb: number;
  initMs?: number;
}): string =>
  [
    `REPORT RequestId: ${report.requestId}`,
    `Duration: ${report.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(report.durationMs)} ms`,
    `Memory Size: ${report.memoryMb} MB`,
    ...(report.initMs ? [`Init Duration: ${report.initMs.toFixed(2)} ms`] : []),
  ].join('\t');
