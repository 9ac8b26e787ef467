import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Identity } from './identity.ts';
import type { Service, ServiceRequest, ServiceResponse } from './service.ts';

interface FrontDoorDeps {
  services: Service[];
  identity: Identity;
  /** WebSocket handshakes. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** Requests that do not name their service in a signature do so by their path. */
const paths: [RegExp, string][] = [
  [/^\/execute-api\//, 'execute-api'],
  [/^\/cloudformation-response\//, 'cloudformation-response'],
  [/^\/mailbox(\/|$)/, 'mailbox'],
  [/^\/console(\/|$)/, 'console'],
  [/^\/amplify-upload\//, 'amplify'],
  [/^\/[\w-]+_\w+\/\.well-known\//, 'cognito-idp'],
];

/** Cognito's public operations are not signed, and browsers call them from any origin. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET,POST,OPTIONS',
  'access-control-expose-headers': 'x-amzn-errortype,x-amzn-errormessage,x-amzn-requestid',
  'access-control-max-age': '86400',
};

/**
 * The one port of every AWS API: finds the service that a request is for by its path, its `X-Amz-Target`, or the service
 * name in its SigV4 scope, as `AWS_ENDPOINT_URL` sends all of them to one address.
 */
export const createFrontDoor = ({ services, identity, upgrade }: FrontDoorDeps): Server => {
  const byName = new Map(services.map((service) => [service.name, service]));
  const answer = async (incoming: IncomingMessage): Promise<ServiceResponse> => {
    const request = await readRequest(incoming, identity);
    const name = serviceOf(request);
    if (request.method === 'OPTIONS' && name !== 'execute-api') return { status: 200, headers: cors };
    const service = byName.get(name);
    if (!service) return unknownService(name);
    const response = await service.handle(request);
    return name === 'cognito-idp' ? { ...response, headers: { ...response.headers, ...cors } } : response;
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming).then(
      (response) => outgoing.writeHead(response.status, headersOf(response)).end(response.body),
      (error: unknown) => {
        console.error(error);
        outgoing.writeHead(500).end();
      },
    );
  });
  return server.on('upgrade', upgrade);
};

/** Says how long a body is: one that comes in chunks is five writes to the socket. */
const headersOf = ({ status, headers, body }: ServiceResponse): ServiceResponse['headers'] =>
  body === undefined || status === 204 || status === 304
    ? headers
    : { 'content-length': `${Buffer.byteLength(body)}`, ...headers };

const readRequest = async (incoming: IncomingMessage, identity: Identity): Promise<ServiceRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const caller = identity.callerOf(credentialOf(headers, url)[0]);
  return { method: incoming.method ?? 'GET', url, headers, body: Buffer.concat(chunks), caller };
};

/** `<access key>/<date>/<region>/<service>/aws4_request`, from the header or, where it was presigned, from the query. */
const credentialOf = (headers: ServiceRequest['headers'], url: URL): string[] => {
  const signed = /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1];
  return (signed ?? url.searchParams.get('X-Amz-Credential') ?? '').split('/');
};

const serviceOf = ({ headers, url }: ServiceRequest): string => {
  const byPath = paths.find(([pattern]) => pattern.test(url.pathname));
  if (byPath) return byPath[1];
  if (headers['x-amz-target']?.startsWith('AWSCognitoIdentityProviderService.')) return 'cognito-idp';
  return credentialOf(headers, url)[3] ?? '';
};

const unknownService = (name: string): ServiceResponse => ({
  status: 501,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'NotEmulated' },
  body: JSON.stringify({
    __type: 'NotEmulated',
    message: name
      ? `not emulated: the service ${name}`
      : 'the request does not say which AWS service it is for',
  }),
});
