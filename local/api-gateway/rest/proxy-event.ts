import type { ServiceRequest } from '../../service.ts';
import { domainName, multiValue, queryParameters, requestTime } from '../request-facts.ts';
import { isBinary } from './binary.ts';
import type { RestApiDefinition } from './definition.ts';
import type { RouteMatch } from './match-route.ts';

export interface ProxyEventSource {
  api: RestApiDefinition;
  match: RouteMatch;
  request: ServiceRequest;
  /** Below the stage. */
  path: string;
  claims?: Record<string, string>;
  account: string;
  region: string;
  requestId: string;
  extendedRequestId: string;
  now: Date;
}

/**
 * The event of a Lambda proxy integration of a REST API
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
 * Header names are in lower case, as an HTTP/2 client sends them.
 */
export const proxyEvent = (source: ProxyEventSource): object => {
  const { api, match, request, path } = source;
  const headers = headersOf(request, domainName(api.id, source.region));
  const binary = isBinary(api.binaryMediaTypes ?? [], request.headers['content-type']);
  const empty = request.body.length === 0;
  return {
    resource: match.route.path,
    path,
    httpMethod: request.method,
    headers,
    multiValueHeaders: multiValue(headers),
    ...queryParameters(request.url.searchParams),
    pathParameters: match.pathParameters,
    stageVariables: null,
    requestContext: requestContext(source),
    body: empty ? null : request.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && !empty,
  };
};

const headersOf = (request: ServiceRequest, host: string): Record<string, string> => {
  const given = Object.entries(request.headers).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(given),
    host,
    'X-Forwarded-For': '127.0.0.1',
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
  };
};

const requestContext = ({ api, match, request, path, claims, now, ...source }: ProxyEventSource): object => ({
  accountId: source.account,
  apiId: api.id,
  ...(claims && { authorizer: { claims } }),
  domainName: domainName(api.id, source.region),
  domainPrefix: api.id,
  extendedRequestId: source.extendedRequestId,
  httpMethod: request.method,
  identity: {
    ...Object.fromEntries(unsigned.map((name) => [name, null])),
    sourceIp: '127.0.0.1',
    userAgent: request.headers['user-agent'] ?? null,
  },
  path: `/${api.stage}${path}`,
  protocol: 'HTTP/1.1',
  requestId: source.requestId,
  requestTime: requestTime(now),
  requestTimeEpoch: now.getTime(),
  resourceId: 'local',
  resourcePath: match.route.path,
  stage: api.stage,
});

/** Members of the identity that only IAM authorization fills. */
const unsigned = [
  'accessKey',
  'accountId',
  'caller',
  'cognitoAuthenticationProvider',
  'cognitoAuthenticationType',
  'cognitoIdentityId',
  'cognitoIdentityPoolId',
  'principalOrgId',
  'user',
  'userArn',
];
