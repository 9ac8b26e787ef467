/** A REST API as the template describes it. */
export interface RestApiDefinition {
  id: string;
  name: string;
  stage: string;
  routes: RestRoute[];
  authorizers?: Record<string, CognitoAuthorizerDefinition>;
  /** Answers OPTIONS on every path that has no OPTIONS route of its own. Constants without their quotes. */
  cors?: Cors;
  /** By response type, e.g. `UNAUTHORIZED`. */
  gatewayResponses?: Record<string, GatewayResponseDefinition>;
  /** Media types whose bodies travel as base64. */
  binaryMediaTypes?: string[];
}

export interface RestRoute {
  /** An HTTP method in any case, or `ANY`. */
  method: string;
  /** `/runs/{runId}`, `/files/{proxy+}` */
  path: string;
  functionArn: string;
  /** A key of `authorizers`; open to everyone without. */
  authorizer?: string;
}

export interface CognitoAuthorizerDefinition {
  type: 'COGNITO_USER_POOLS';
  userPoolArns: string[];
}

export interface Cors {
  allowOrigin: string;
  allowMethods: string;
  allowHeaders: string;
  exposeHeaders?: string;
  /** Seconds. */
  maxAge?: string;
}

/** As in the template. Header values are constants in quotes of their own: `'*'`. */
export interface GatewayResponseDefinition {
  StatusCode?: string | number;
  ResponseParameters?: { Headers?: Record<string, string> };
  ResponseTemplates?: Record<string, string>;
}
