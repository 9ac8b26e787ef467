export { type ApiGateway, type ApiGatewayOptions, createApiGateway } from './api-gateway.ts';
export type { RestApiDefinition } from './rest/definition.ts';
export type { WebSocketApiDefinition } from './websocket/definition.ts';
