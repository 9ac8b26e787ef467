import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import { apiId } from './api-id.ts';

const gatewayResponse = z.strictObject({
  StatusCode: z.string().optional(),
  ResponseParameters: z.strictObject({ Headers: z.record(z.string(), z.string()) }).optional(),
  ResponseTemplates: z.record(z.string(), z.string()).optional(),
});

/** API Gateway writes constants in quotes of their own: `'GET,POST'`. */
const unquoted = (text: string): string => text.replace(/^'(.*)'$/, '$1');

export const restApi = resourceType(
  z.strictObject({
    Name: z.string(),
    StageName: z.string(),
    OpenApiVersion: withoutEffect,
    TracingEnabled: withoutEffect,
    Auth: z.strictObject({
      DefaultAuthorizer: z.string(),
      AddDefaultAuthorizerToCorsPreflight: z.literal(false),
      Authorizers: z.record(z.string(), z.strictObject({ UserPoolArn: z.string() })),
    }),
    Cors: z.strictObject({
      AllowOrigin: z.string(),
      AllowHeaders: z.string(),
      AllowMethods: z.string(),
      MaxAge: z.string().optional(),
    }),
    GatewayResponses: z.record(z.string(), gatewayResponse).default({}),
    Routes: z.array(
      z.strictObject({
        Path: z.string(),
        Method: z.string(),
        FunctionArn: z.string(),
        Auth: z.strictObject({ Authorizer: z.string() }).optional(),
      }),
    ),
  }),
  async ({ id, properties }, { endpoint, hostNames, region, services }) => {
    const { Auth, Cors, Name, Routes, StageName } = properties;
    const api = apiId(id);
    const authorizers = Object.entries(Auth.Authorizers).map(([name, { UserPoolArn }]) => [
      name,
      { type: 'COGNITO_USER_POOLS' as const, userPoolArns: [UserPoolArn] },
    ]);
    await services.apiGateway.createRestApi({
      id: api,
      name: Name,
      stage: StageName,
      routes: Routes.map((route) => {
        const authorizer = route.Auth?.Authorizer ?? Auth.DefaultAuthorizer;
        return {
          method: route.Method,
          path: route.Path,
          functionArn: route.FunctionArn,
          ...(authorizer !== 'NONE' && { authorizer }),
        };
      }),
      authorizers: Object.fromEntries(authorizers),
      cors: {
        allowOrigin: hostNames.localise(unquoted(Cors.AllowOrigin)),
        allowHeaders: unquoted(Cors.AllowHeaders),
        allowMethods: unquoted(Cors.AllowMethods),
        ...(Cors.MaxAge && { maxAge: unquoted(Cors.MaxAge) }),
      },
      gatewayResponses: hostNames.localise(properties.GatewayResponses),
    });
    hostNames.answer(`${api}.execute-api.${region}.amazonaws.com`, `${endpoint()}/execute-api/${api}`);
    return { ref: api, attributes: { RootResourceId: 'root' } };
  },
);
