import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import type { Log } from './logger.ts';

export interface ResourceRequest {
  type: 'Create' | 'Update' | 'Delete';
  /** The resource's properties in the template; CloudFormation makes every scalar a text. */
  properties: Record<string, unknown>;
}

/** Brings about what is asked. What it throws becomes the stack event's reason. */
export type ResourceAction = (request: ResourceRequest) => Promise<void>;

export interface ResourceSettings {
  log: Log;
  pause(milliseconds: number): Promise<void>;
}

/** Before the function's own time limit: enough to still answer. */
const MARGIN = 10_000;
const ATTEMPTS = 4;

/**
 * A handler for a CloudFormation custom resource. It answers whatever happens, even shortly before its time is up,
 * because a stack waits up to an hour for an answer. Its physical id never changes, so an update never deletes. It
 * does not throw after a failure that was told: Lambda would run it again.
 */
export const customResource =
  ({ log, pause }: ResourceSettings, act: ResourceAction) =>
  async (event: CloudFormationCustomResourceEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => {
    const failure = await failureOf(act, event, context);
    if (failure) log.error(`${event.RequestType} of ${event.LogicalResourceId} failed.`, failure);
    else log.info(`${event.RequestType} of ${event.LogicalResourceId} is done.`);
    await answer(event, failure, pause);
  };

async function failureOf(
  act: ResourceAction,
  { RequestType, ResourceProperties }: CloudFormationCustomResourceEvent,
  { getRemainingTimeInMillis }: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<Error | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Error>((resolve) => {
    const late = new Error('It took longer than the function may run.');
    timer = setTimeout(resolve, Math.max(0, getRemainingTimeInMillis() - MARGIN), late);
  });
  try {
    return await Promise.race([
      deadline,
      act({ type: RequestType, properties: ResourceProperties }).then(() => undefined),
    ]);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The address is presigned for an empty content type. An answer is at most 4 KB. */
async function answer(
  event: CloudFormationCustomResourceEvent,
  failure: Error | undefined,
  pause: ResourceSettings['pause'],
): Promise<void> {
  const body = Buffer.from(
    JSON.stringify({
      Status: failure ? 'FAILED' : 'SUCCESS',
      Reason: failure ? `${failure.name}: ${failure.message}`.slice(0, 600) : 'See the function’s log.',
      PhysicalResourceId: 'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId,
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
    }),
  );
  for (let attempt = 1; ; attempt++) {
    const problem = await put(event.ResponseURL, body).catch((error: Error) => error.message);
    if (problem === undefined) return;
    if (attempt === ATTEMPTS) throw new Error(`CloudFormation could not be answered: ${problem}`);
    await pause(1000 * attempt);
  }
}

async function put(url: string, body: Buffer): Promise<string | undefined> {
  const response = await fetch(url, { method: 'PUT', headers: { 'content-type': '' }, body });
  return response.ok ? undefined : `status ${response.status}`;
}
