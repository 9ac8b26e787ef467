/** A WebSocket API, made of the template's many resources. */
export interface WebSocketApiDefinition {
  id: string;
  name: string;
  stage: string;
  /** `$request.body.<path>` */
  routeSelectionExpression: string;
  /** By route key: `$connect`, `$disconnect`, `$default` and the messages' own. */
  routes: Record<string, WebSocketRoute>;
  integrations: Record<string, WebSocketIntegration>;
  authorizers?: Record<string, RequestAuthorizerDefinition>;
}

export interface WebSocketRoute {
  /** A key of `integrations`. */
  integration: string;
  /** A key of `authorizers`; on `$connect` only. */
  authorizer?: string;
  /** Without a route response the integration's answer is dropped. */
  routeResponse: boolean;
}

export interface WebSocketIntegration {
  type: 'AWS_PROXY' | 'MOCK';
  /** For AWS_PROXY. */
  functionArn?: string;
  /** For MOCK: which of `requestTemplates` is taken; a constant. */
  templateSelectionExpression?: string;
  /** For MOCK: constants of the form `{"statusCode":200}`. */
  requestTemplates?: Record<string, string>;
  /** For MOCK, by integration response key: `$default` or `/200/`. */
  responses?: Record<string, IntegrationResponse>;
}

export interface IntegrationResponse {
  templateSelectionExpression?: string;
  responseTemplates: Record<string, string>;
}

/** A Lambda authorizer of the type REQUEST. */
export interface RequestAuthorizerDefinition {
  functionArn: string;
  /** e.g. `route.request.querystring.ticket`, `route.request.header.Auth`: all of them must be there. */
  identitySource: string[];
}
