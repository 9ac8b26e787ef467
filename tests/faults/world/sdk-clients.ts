import { Readable } from 'node:stream';
import { HttpResponse } from '@smithy/core/protocols';
import type { ServiceRequest, ServiceResponse } from '../../../local/service.ts';

/** A request of an SDK client, as its request handler gets it. */
interface HttpRequest {
  method: string;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export type Send = (service: string, request: Omit<ServiceRequest, 'caller'>) => Promise<ServiceResponse>;

type Module = Record<string, unknown>;
type Client = new (settings: object) => object;

/**
 * A module of the AWS SDK whose clients are the real ones but for the wire: requests go to `send` unsigned, since nobody
 * checks signatures. What else is set here is what a client would otherwise look for in files.
 */
export const sdkModule = (name: string, module: Module, send: Send): Module => {
  const service = /^@aws-sdk\/client-(.+)$/.exec(name)?.[1];
  if (!service) return module;
  const [className = '', Real] =
    Object.entries(module).find(([key]) => /^[A-Z]\w+Client$/.test(key) && !key.startsWith('_')) ?? [];
  const requestHandler = {
    handle: async (request: HttpRequest) => ({ response: await answer(service, request, send) }),
  };
  const Wired = class extends (Real as Client) {
    constructor(settings: object = {}) {
      super({ ...settings, ...known, maxAttempts: service === 'dynamodb' ? 4 : 3, requestHandler });
      const { middlewareStack } = this as unknown as { middlewareStack: { remove(name: string): boolean } };
      for (const middleware of withoutEffect) middlewareStack.remove(middleware);
    }
  };
  return { ...module, [className]: Wired };
};

const known = {
  region: 'us-east-1',
  endpoint: 'http://aws.local',
  credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
  signer: { sign: async (request: unknown) => request },
  retryMode: 'standard',
  defaultsMode: 'legacy',
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
  accountIdEndpointMode: 'disabled',
  endpointDiscoveryEnabled: false,
  forcePathStyle: true,
  disableHostPrefix: true,
  userAgentAppId: 'simulated',
  defaultUserAgentProvider: async () => [['simulated', '1']],
};

/** Without a method that texts have as well: the SDK warns of those on its bodies. */
const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/** Those whose answers somebody reads as a stream, which they all are in truth. */
const streamed = new Set(['s3', 'redshift-data']);

/** What adds headers that nobody reads, and lines for a log that nobody keeps: half of what a call costs. */
const withoutEffect = [
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'loggerMiddleware',
  'recursionDetectionMiddleware',
];

const answer = async (service: string, request: HttpRequest, send: Send): Promise<HttpResponse> => {
  const url = new URL(request.path, 'http://aws.local');
  for (const [name, value] of Object.entries(request.query ?? {}))
    for (const one of [value].flat()) url.searchParams.append(name, one ?? '');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const body = bytesOf(request.body ?? '');
  const response = await send(service, { method: request.method, url, headers, body });
  return new HttpResponse({
    statusCode: response.status,
    headers: response.headers ?? {},
    body: streamed.has(service)
      ? Readable.from([Buffer.from(response.body ?? '')])
      : Buffer.from(response.body ?? ''),
  });
};
