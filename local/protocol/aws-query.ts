import { randomUUID } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import type { CallerIdentity, ServiceRequest, ServiceResponse } from '../service.ts';
import { notEmulated, ServiceError } from './service-error.ts';

/** One operation: the form's fields in, the members of the result out. */
export type QueryOperation = (input: URLSearchParams, caller: CallerIdentity) => Promise<object> | object;

export interface QueryProtocol {
  /** Of the XML, as the service's model states it. */
  namespace: string;
  /** For errors, e.g. `STS`. */
  service: string;
  /** Keys are the operation names of the service's model. */
  operations: Record<string, QueryOperation>;
}

const builder = new XMLBuilder({ ignoreAttributes: false });

/** Answers the AWS query protocol: a form in, XML out. */
export const awsQuery =
  ({ namespace, service, operations }: QueryProtocol) =>
  async ({ url, body, caller }: ServiceRequest): Promise<ServiceResponse> => {
    const input = new URLSearchParams(body.length > 0 ? body.toString('utf8') : url.search);
    const action = input.get('Action') ?? '';
    const requestId = randomUUID();
    try {
      const run = Object.hasOwn(operations, action) ? operations[action] : undefined;
      if (!run) throw notEmulated(`${service} ${action}`);
      return xml(200, {
        [`${action}Response`]: {
          '@_xmlns': namespace,
          [`${action}Result`]: await run(input, caller),
          ResponseMetadata: { RequestId: requestId },
        },
      });
    } catch (error) {
      const { name, message, status } = error instanceof ServiceError ? error : internalFailure(error);
      const described = { Type: status < 500 ? 'Sender' : 'Receiver', Code: name, Message: message };
      return xml(status, {
        ErrorResponse: { '@_xmlns': namespace, Error: described, RequestId: requestId },
      });
    }
  };

const xml = (status: number, document: object): ServiceResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: builder.build(document),
});

const internalFailure = (error: unknown): ServiceError => {
  console.error(error);
  return new ServiceError('InternalFailure', 'An internal error occurred.', 500);
};
