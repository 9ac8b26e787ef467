import type { ServiceRequest, ServiceResponse } from '../../service.ts';
import { callFunction, IntegrationFailure } from '../call-function.ts';
import type { GatewayDeps } from '../gateway-deps.ts';
import { shortId } from '../request-facts.ts';
import { cognitoAuthorizer } from './cognito-authorizer.ts';
import type { Cors, RestApiDefinition } from './definition.ts';
import { GatewayFault, gatewayResponses } from './gateway-response.ts';
import { type RouteMatch, routesAt } from './match-route.ts';
import { proxyEvent } from './proxy-event.ts';
import { proxyResponse } from './proxy-response.ts';

/** One deployed REST API. */
export interface RestApi {
  readonly stage: string;
  /** @param path below the stage, beginning with `/` */
  handle(request: ServiceRequest, path: string): Promise<ServiceResponse>;
}

/** Throws at once on what the definition asks for and nobody emulates. */
export const createRestApi = (api: RestApiDefinition, deps: GatewayDeps): RestApi => {
  const answerFault = gatewayResponses(api.gatewayResponses ?? {});
  const authorizers = new Map(
    Object.entries(api.authorizers ?? {}).map(([name, definition]) => [
      name,
      cognitoAuthorizer(definition, deps.jwksOf),
    ]),
  );
  for (const { authorizer, method, path } of api.routes) {
    if (authorizer && !authorizers.has(authorizer)) {
      throw new Error(`${method} ${path} names the authorizer ${authorizer}, which does not exist`);
    }
  }

  const answer = async (
    request: ServiceRequest,
    path: string,
    requestId: string,
  ): Promise<ServiceResponse> => {
    const found = routesAt(api.routes, path);
    const match = found.find(({ route }) => takes(route.method, request.method));
    if (!match && found.length > 0 && request.method === 'OPTIONS' && api.cors) return preflight(api.cors);
    if (!match) throw new GatewayFault('MISSING_AUTHENTICATION_TOKEN');
    if (request.body.length > deps.limits.requestBytes) throw new GatewayFault('REQUEST_TOO_LARGE');
    const authorizer = authorizers.get(match.route.authorizer ?? '');
    const claims = await authorizer?.(request.headers.authorization);
    return integrate(request, path, match, requestId, claims);
  };

  const integrate = async (
    request: ServiceRequest,
    path: string,
    match: RouteMatch,
    requestId: string,
    claims?: Record<string, string>,
  ): Promise<ServiceResponse> => {
    const { account, region, clock, newId } = deps;
    const ids = { requestId, extendedRequestId: shortId(newId) };
    const event = proxyEvent({
      api,
      match,
      request,
      path,
      claims,
      account,
      region,
      ...ids,
      now: clock.now(),
    });
    const payload = await callFunction(deps, match.route.functionArn, event);
    const { accept } = request.headers;
    const response = proxyResponse(payload, { accept, binaryMediaTypes: api.binaryMediaTypes ?? [] });
    return { ...response, headers: { 'x-amzn-requestid': requestId, ...response.headers } };
  };

  return {
    stage: api.stage,
    handle: async (request, path) => {
      const requestId = deps.newId();
      try {
        return await answer(request, path, requestId);
      } catch (error) {
        const fault = faultOf(error);
        if (fault.type === 'DEFAULT_5XX' || fault !== error) {
          deps.log(`${api.name} ${request.method} ${path}: ${(error as Error).message}`);
        }
        return answerFault(fault, requestId);
      }
    },
  };
};

const takes = (routeMethod: string, method: string): boolean =>
  routeMethod.toUpperCase() === method || routeMethod.toUpperCase() === 'ANY';

const faultOf = (error: unknown): GatewayFault => {
  if (error instanceof GatewayFault) return error;
  if (error instanceof IntegrationFailure && error.kind === 'timeout')
    return new GatewayFault('INTEGRATION_TIMEOUT');
  if (error instanceof IntegrationFailure && error.status === 413)
    return new GatewayFault('REQUEST_TOO_LARGE');
  return new GatewayFault('DEFAULT_5XX');
};

const preflight = (cors: Cors): ServiceResponse => ({
  status: 200,
  headers: {
    'content-type': 'application/json',
    'access-control-allow-origin': cors.allowOrigin,
    'access-control-allow-methods': cors.allowMethods,
    'access-control-allow-headers': cors.allowHeaders,
    ...(cors.exposeHeaders && { 'access-control-expose-headers': cors.exposeHeaders }),
    ...(cors.maxAge && { 'access-control-max-age': cors.maxAge }),
  },
});
