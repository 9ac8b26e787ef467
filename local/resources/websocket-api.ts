import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import { TemplateError } from '../template/read-template.ts';
import { apiId } from './api-id.ts';

// A WebSocket API is many resources, none of which knows the others that name it. Each leaves its part here and the API is
// made of them when the stack is complete.

interface Parts {
  name: string;
  routeSelectionExpression: string;
  stage?: string;
  integrations: Record<string, Integration>;
  routes: Record<string, { id: string; integration: string; authorizer?: string; answers: boolean }>;
  routeResponses: Set<string>;
  authorizers: Record<string, { functionArn: string; identitySource: string[] }>;
}

interface Integration {
  type: 'AWS_PROXY' | 'MOCK';
  functionArn?: string;
  templateSelectionExpression?: string;
  requestTemplates?: Record<string, string>;
  responses: Record<
    string,
    { templateSelectionExpression?: string; responseTemplates: Record<string, string> }
  >;
}

const stacks = new WeakMap<StackContext, Map<string, Parts>>();

const partsOf = (context: StackContext, id: string): Parts => {
  const found = stacks.get(context)?.get(id);
  if (!found) throw new TemplateError(`there is no WebSocket API ${id}`);
  return found;
};

/** `arn:…:lambda:path/2015-03-31/functions/<arn>/invocations` */
const functionArnOf = (uri: string): string => {
  const arn = /\/functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1];
  if (!arn) throw new TemplateError(`not emulated: integration ${uri}`);
  return arn;
};

export const api = resourceType(
  z.strictObject({
    Name: z.string(),
    ProtocolType: z.literal('WEBSOCKET', { error: 'not emulated: other than WEBSOCKET' }),
    RouteSelectionExpression: z.string(),
  }),
  ({ id, properties }, context) => {
    const apis = stacks.get(context) ?? new Map<string, Parts>();
    stacks.set(context, apis);
    const ref = apiId(id);
    apis.set(ref, {
      name: properties.Name,
      routeSelectionExpression: properties.RouteSelectionExpression,
      integrations: {},
      routes: {},
      routeResponses: new Set(),
      authorizers: {},
    });
    const { endpoint, hostNames, region } = context;
    hostNames.answer(`${ref}.execute-api.${region}.amazonaws.com`, `${endpoint()}/execute-api/${ref}`);
    context.afterwards(() => createApi(ref, context));
    return { ref };
  },
);

const createApi = async (id: string, context: StackContext): Promise<void> => {
  const { authorizers, integrations, name, routeResponses, routes, routeSelectionExpression, stage } =
    partsOf(context, id);
  if (!stage) throw new TemplateError(`the WebSocket API ${name} has no stage`);
  const keyed = Object.entries(routes).map(([key, route]) => {
    const { integration, authorizer, answers } = route;
    return [key, { integration, authorizer, routeResponse: answers && routeResponses.has(route.id) }];
  });
  await context.services.apiGateway.createWebSocketApi({
    id,
    name,
    routeSelectionExpression,
    stage,
    routes: Object.fromEntries(keyed),
    integrations,
    authorizers,
  });
};

export const stage = resourceType(
  z.strictObject({
    ApiId: z.string(),
    StageName: z.string(),
    AutoDeploy: z.literal(true, { error: 'not emulated: a stage without AutoDeploy' }),
    DefaultRouteSettings: withoutEffect,
  }),
  ({ properties: { ApiId, StageName } }, context) => {
    partsOf(context, ApiId).stage = StageName;
    return { ref: StageName };
  },
);

export const authorizer = resourceType(
  z.strictObject({
    ApiId: z.string(),
    Name: z.string(),
    AuthorizerType: z.literal('REQUEST'),
    AuthorizerUri: z.string(),
    IdentitySource: z.array(z.string()),
  }),
  ({ id, properties: { ApiId, AuthorizerUri, IdentitySource } }, context) => {
    partsOf(context, ApiId).authorizers[id] = {
      functionArn: functionArnOf(AuthorizerUri),
      identitySource: IdentitySource,
    };
    return { ref: id };
  },
);

export const integration = resourceType(
  z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.enum(['AWS_PROXY', 'MOCK']),
    IntegrationUri: z.string().optional(),
    TemplateSelectionExpression: z.string().optional(),
    RequestTemplates: z.record(z.string(), z.string()).optional(),
  }),
  ({ id, properties }, context) => {
    const { ApiId, IntegrationType, IntegrationUri, RequestTemplates, TemplateSelectionExpression } =
      properties;
    partsOf(context, ApiId).integrations[id] = {
      type: IntegrationType,
      ...(IntegrationUri && { functionArn: functionArnOf(IntegrationUri) }),
      ...(TemplateSelectionExpression && { templateSelectionExpression: TemplateSelectionExpression }),
      ...(RequestTemplates && { requestTemplates: RequestTemplates }),
      responses: {},
    };
    return { ref: id };
  },
);

export const integrationResponse = resourceType(
  z.strictObject({
    ApiId: z.string(),
    IntegrationId: z.string(),
    IntegrationResponseKey: z.string(),
    TemplateSelectionExpression: z.string().optional(),
    ResponseTemplates: z.record(z.string(), z.string()),
  }),
  ({ id, properties }, context) => {
    const { ApiId, IntegrationId, IntegrationResponseKey, ResponseTemplates } = properties;
    const of = partsOf(context, ApiId).integrations[IntegrationId];
    if (!of) throw new TemplateError(`${id} names an integration that does not exist`);
    of.responses[IntegrationResponseKey] = {
      responseTemplates: ResponseTemplates,
      ...(properties.TemplateSelectionExpression && {
        templateSelectionExpression: properties.TemplateSelectionExpression,
      }),
    };
    return { ref: id };
  },
);

export const route = resourceType(
  z.strictObject({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
    AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
    AuthorizerId: z.string().optional(),
    RouteResponseSelectionExpression: z.literal('$default').optional(),
  }),
  ({ id, properties }, context) => {
    const { ApiId, AuthorizationType, AuthorizerId, RouteKey, RouteResponseSelectionExpression, Target } =
      properties;
    partsOf(context, ApiId).routes[RouteKey] = {
      id,
      integration: Target.replace(/^integrations\//, ''),
      ...(AuthorizationType === 'CUSTOM' && AuthorizerId && { authorizer: AuthorizerId }),
      answers: RouteResponseSelectionExpression !== undefined,
    };
    return { ref: id };
  },
);

export const routeResponse = resourceType(
  z.strictObject({ ApiId: z.string(), RouteId: z.string(), RouteResponseKey: z.literal('$default') }),
  ({ id, properties: { ApiId, RouteId } }, context) => {
    partsOf(context, ApiId).routeResponses.add(RouteId);
    return { ref: id };
  },
);
