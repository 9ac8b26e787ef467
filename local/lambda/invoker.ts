import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { runAsynchronously, type SendMessage } from './asynchronous.ts';
import type { DeployedFunction } from './functions.ts';
import { type Outcome, traceHeader } from './invocation.ts';
import type { LambdaLimits } from './limits.ts';

export interface InvokeRequest {
  /** As sent; anything but `RequestResponse`, `Event` and `DryRun` is refused. */
  type: string;
  /** The caller's, or a new one. */
  requestId?: string;
  /** JSON. */
  clientContext?: string;
}

/** `outcome` is there for RequestResponse only. */
export interface Invoked {
  statusCode: number;
  outcome?: Outcome;
}

export type Invoke = (target: DeployedFunction, payload: Buffer, request: InvokeRequest) => Promise<Invoked>;

export interface InvokerDeps {
  limits: LambdaLimits;
  clock: Clock;
  newId: () => string;
  log: (functionName: string, line: string) => void;
  sendMessage?: SendMessage;
  closing: AbortSignal;
}

/** Invokes a function in one of the three ways. Throws what the Invoke operation answers before any code runs. */
export const createInvoker =
  (deps: InvokerDeps): Invoke =>
  async (target, payload, { type, requestId = deps.newId(), clientContext }) => {
    if (!['RequestResponse', 'Event', 'DryRun'].includes(type)) throw notEmulated(`InvocationType ${type}`);
    const bytes = checkPayload(payload, type, deps.limits);
    const traceId = traceHeader(requestId, deps.clock.now());
    const invocation = { requestId, payload: bytes, functionArn: target.arn, traceId, clientContext };
    if (type === 'DryRun') return { statusCode: 204 };
    if (type === 'RequestResponse')
      return { statusCode: 200, outcome: await target.pool.run(invocation, false) };
    const attempt = () => target.pool.run(invocation, true);
    const event = {
      definition: target.definition,
      functionArn: target.arn,
      requestId,
      payload: bytes,
      attempt,
    };
    runAsynchronously(event, { ...deps, retryDelaysMs: deps.limits.retryDelaysMs }).catch((error) => {
      if (!deps.closing.aborted) deps.log(target.definition.name, `asynchronous invocation lost: ${error}`);
    });
    return { statusCode: 202 };
  };

const checkPayload = (payload: Buffer, type: string, limits: LambdaLimits): Buffer => {
  const limit = type === 'Event' ? limits.eventBytes : limits.requestBytes;
  if (payload.length > limit) {
    const message = `${payload.length} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`;
    throw new ServiceError('RequestEntityTooLargeException', message, 413, { Type: 'User' });
  }
  if (payload.length === 0) return Buffer.from('{}');
  try {
    JSON.parse(payload.toString());
    return payload;
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as Error).message}`;
    throw new ServiceError('InvalidRequestContentException', message, 400, { Type: 'User' });
  }
};
