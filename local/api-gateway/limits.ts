/**
 * API Gateway's quotas, in bytes and milliseconds
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html).
 */
export const defaultLimits = {
  /** Payload of a REST request. */
  requestBytes: 10 * 1024 * 1024,
  /** A Lambda integration, of either kind of API, and an authorizer. */
  integrationMs: 29_000,
  /** One frame from a WebSocket client. */
  frameBytes: 32 * 1024,
  /** One message in either direction. */
  messageBytes: 128 * 1024,
  /** Without a message in either direction. */
  idleMs: 10 * 60_000,
  /** However busy the connection is. */
  connectionMs: 2 * 3_600_000,
  /** The context that an authorizer returns. */
  authorizerContextBytes: 8 * 1024,
  /** How long closing waits for the $disconnect routes. */
  closingMs: 2_000,
};

export type ApiGatewayLimits = typeof defaultLimits;
