import { isUtf8 } from 'node:buffer';
import { restJson, restJsonError } from '../../protocol/rest-json.ts';
import { notEmulated, ServiceError } from '../../protocol/service-error.ts';
import type { ServiceRequest, ServiceResponse } from '../../service.ts';
import type { ApiGatewayLimits } from '../limits.ts';
import type { Connection } from './connection.ts';
import type { WebSocketApi } from './websocket-api.ts';

type Operation = (connection: Connection, request: ServiceRequest) => Promise<ServiceResponse>;

/** Text goes out as text, anything else as a binary frame. */
const postToConnection: Operation = async (connection, { body }) => {
  await connection.send(body, !isUtf8(body)).catch(() => {
    throw gone();
  });
  return { status: 200 };
};

const getConnection: Operation = async ({ facts, lastActiveAt }) =>
  restJson(200, {
    connectedAt: new Date(facts.connectedAt).toISOString(),
    identity: { sourceIp: facts.identity.sourceIp, userAgent: facts.identity.userAgent },
    lastActiveAt: new Date(lastActiveAt).toISOString(),
  });

const deleteConnection: Operation = async (connection) => {
  connection.close(1000, 'Connection Closed Normally');
  return { status: 204 };
};

const operations: Record<string, Operation> = {
  POST: postToConnection,
  GET: getConnection,
  DELETE: deleteConnection,
};

/** The API Gateway Management API of one WebSocket API: `/@connections/{connectionId}`, decoded. */
export const manageConnection = async (
  api: WebSocketApi,
  connectionId: string,
  request: ServiceRequest,
  limits: ApiGatewayLimits,
): Promise<ServiceResponse> => {
  try {
    const operation = operations[request.method];
    if (!operation) throw notEmulated(`execute-api ${request.method} @connections`);
    if (request.body.length > limits.messageBytes) throw tooLarge();
    const connection = api.connection(connectionId);
    if (!connection) throw gone();
    return await operation(connection, request);
  } catch (error) {
    return restJsonError(error);
  }
};

const gone = () => new ServiceError('GoneException', 'The connection is gone.', 410);

const tooLarge = () =>
  new ServiceError('PayloadTooLargeException', 'The message is larger than 128 KB.', 413);
