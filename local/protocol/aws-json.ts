import { randomUUID } from 'node:crypto';
import type { CallerIdentity, ServiceRequest, ServiceResponse } from '../service.ts';
import { notEmulated, ServiceError } from './service-error.ts';

/** One operation: the parsed request body in, the response body out. */
export type JsonOperation = (input: never, caller: CallerIdentity) => Promise<object> | object;

export interface JsonProtocol {
  version: '1.0' | '1.1';
  /** Keys are the operation names of the service's model. */
  operations: Record<string, JsonOperation>;
  /** JSON writer, for services whose 64-bit integers must keep every digit. */
  stringify?: (value: unknown) => string;
}

/**
 * Answers the AWS JSON protocol: the operation stands in `X-Amz-Target`, errors carry `__type` in the body and
 * `x-amzn-errortype` in the header because the SDKs differ in which of them they read.
 */
export const awsJson =
  ({ version, operations, stringify = JSON.stringify }: JsonProtocol) =>
  async ({ headers, body, caller }: ServiceRequest): Promise<ServiceResponse> => {
    try {
      const target = headers['x-amz-target'] ?? '';
      const operation = target.slice(target.lastIndexOf('.') + 1);
      const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (!run) throw notEmulated(target || 'a request without X-Amz-Target');
      return respond(version, 200, stringify(await run(parseBody(body) as never, caller)));
    } catch (error) {
      return jsonError(version, error);
    }
  };

/** The answer to a request that failed; what is not a `ServiceError` is logged and told as an internal failure. */
export const jsonError = (version: JsonProtocol['version'], error: unknown): ServiceResponse => {
  const known = error instanceof ServiceError ? error : internalFailure(error);
  const body = { __type: known.name, message: known.message, Message: known.message, ...known.members };
  return respond(version, known.status, JSON.stringify(body), { 'x-amzn-errortype': known.name });
};

const respond = (
  version: JsonProtocol['version'],
  status: number,
  body: string,
  headers: Record<string, string> = {},
): ServiceResponse => ({
  status,
  headers: {
    'content-type': `application/x-amz-json-${version}`,
    'x-amzn-requestid': randomUUID(),
    ...headers,
  },
  body,
});

const parseBody = (body: Buffer): unknown => {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'The request body is not valid JSON.');
  }
};

const internalFailure = (error: unknown): ServiceError => {
  console.error(error);
  return new ServiceError('InternalServerException', 'An internal error occurred.', 500);
};
