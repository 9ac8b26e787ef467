import type { ServiceResponse } from '../../service.ts';
import { constantTemplate } from '../constant-template.ts';
import type { GatewayResponseDefinition } from './definition.ts';

/**
 * What API Gateway answers by itself, with its own words and status
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
 */
const builtIn = {
  ACCESS_DENIED: [403, 'User is not authorized to access this resource', 'AccessDeniedException'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal server error', 'AuthorizerConfigurationException'],
  INTEGRATION_FAILURE: [504, 'Endpoint request failed', 'InternalServerErrorException'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out', 'InternalServerErrorException'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long', 'RequestTooLargeException'],
  UNAUTHORIZED: [401, 'Unauthorized', 'UnauthorizedException'],
  DEFAULT_4XX: [400, 'Bad Request', 'BadRequestException'],
  DEFAULT_5XX: [502, 'Internal server error', 'InternalServerErrorException'],
} as const satisfies Record<string, [number, string, string]>;

export type GatewayResponseType = keyof typeof builtIn;

/** Types that the template may describe although nothing local ever answers them. */
const neverAnswered = [
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'EXPIRED_TOKEN',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'QUOTA_EXCEEDED',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
];

/** Ends a request with one of API Gateway's own answers. */
export class GatewayFault extends Error {
  override name = 'GatewayFault';
  constructor(
    readonly type: GatewayResponseType,
    message: string = builtIn[type][1],
  ) {
    super(message);
  }
}

type Render = (fault: GatewayFault, requestId: string) => ServiceResponse;

/**
 * The answers of one API: the template's where it describes them, else those of DEFAULT_4XX or DEFAULT_5XX, else API
 * Gateway's. Throws on a type that does not exist and on templates with logic.
 */
export const gatewayResponses = (definitions: Record<string, GatewayResponseDefinition>): Render => {
  const custom = new Map(
    Object.entries(definitions).map(([type, definition]) => [type, compile(type, definition)]),
  );
  return (fault, requestId) => {
    const [status, , errorType] = builtIn[fault.type];
    const render =
      custom.get(fault.type) ?? custom.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX') ?? plain;
    const answer = render(fault, requestId);
    return {
      status: answer.status ?? status,
      headers: {
        'content-type': 'application/json',
        'x-amzn-requestid': requestId,
        'x-amzn-errortype': errorType,
        ...answer.headers,
      },
      body: answer.body,
    };
  };
};

type Compiled = (
  fault: GatewayFault,
  requestId: string,
) => { status?: number; headers: Record<string, string>; body: string };

const variables = [
  'context.error.messageString',
  'context.error.message',
  'context.error.responseType',
  'context.requestId',
] as const;

const compile = (
  type: string,
  { StatusCode, ResponseParameters, ResponseTemplates }: GatewayResponseDefinition,
): Compiled => {
  const where = `gateway response ${type}`;
  if (!(type in builtIn) && !neverAnswered.includes(type)) throw new Error(`not emulated: ${where}`);
  const headers = Object.entries(ResponseParameters?.Headers ?? {}).map(([name, value]) => {
    const constant = /^'(.*)'$/.exec(value)?.[1];
    if (constant === undefined) throw new Error(`not emulated: header ${name}: ${value} of ${where}`);
    return [name.toLowerCase(), constant];
  });
  const { 'application/json': json = '{"message":$context.error.messageString}', ...others } =
    ResponseTemplates ?? {};
  if (Object.keys(others).length > 0) throw new Error(`not emulated: ${Object.keys(others)[0]} of ${where}`);
  const body = constantTemplate(where, json, variables);
  return (fault, requestId) => ({
    ...(StatusCode !== undefined && { status: Number(StatusCode) }),
    headers: Object.fromEntries(headers),
    body: body({
      'context.error.messageString': JSON.stringify(fault.message),
      'context.error.message': fault.message,
      'context.error.responseType': fault.type,
      'context.requestId': requestId,
    }),
  });
};

const plain = compile('DEFAULT_4XX', {});
