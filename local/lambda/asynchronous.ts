import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../service.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { Outcome } from './invocation.ts';

export type SendMessage = (
  queueArn: string,
  body: string,
  attributes: Record<string, string>,
) => Promise<void>;

export interface AsynchronousEvent {
  definition: FunctionDefinition;
  functionArn: string;
  requestId: string;
  payload: Buffer;
  attempt: () => Promise<Outcome>;
}

export interface AsynchronousDeps {
  clock: Clock;
  sendMessage?: SendMessage;
  retryDelaysMs: number[];
  /** Aborted when Lambda closes: events that wait for a retry are lost with it. */
  closing: AbortSignal;
}

/**
 * Runs an `Event` invocation: retried while the function answers with an error, then given to the OnFailure
 * queue (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
 */
export const runAsynchronously = async (event: AsynchronousEvent, deps: AsynchronousDeps): Promise<void> => {
  const { maximumRetryAttempts = 2, reservedConcurrency } = event.definition;
  // With a reserved concurrency of 0 Lambda gives queued events to the destination untried.
  const attempts = reservedConcurrency === 0 ? 0 : maximumRetryAttempts + 1;
  let last: Outcome | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    last = await event.attempt();
    if (!last.functionError || deps.closing.aborted) return;
    if (attempt < attempts) {
      await wait(deps.retryDelaysMs[attempt - 1], undefined, { signal: deps.closing, ref: false });
    }
  }
  const queueArn = event.definition.onFailureQueueArn;
  if (queueArn)
    await deps.sendMessage?.(queueArn, JSON.stringify(failureRecord(event, deps, attempts, last)), {});
};

/** The record that a destination receives. */
const failureRecord = (
  { functionArn, requestId, payload }: AsynchronousEvent,
  { clock }: AsynchronousDeps,
  attempts: number,
  last?: Outcome,
): object => ({
  version: '1.0',
  timestamp: clock.now().toISOString(),
  requestContext: {
    requestId,
    functionArn: `${functionArn}:$LATEST`,
    condition: 'RetriesExhausted',
    approximateInvokeCount: attempts,
  },
  requestPayload: JSON.parse(payload.toString()),
  ...(last && {
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: last.functionError },
    responsePayload: JSON.parse(last.payload.toString()),
  }),
});
