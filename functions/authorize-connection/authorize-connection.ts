import { contextOf } from '@readout/runtime/caller.ts';
import type { Log } from '@readout/runtime/logger.ts';
import type { Tickets } from '@readout/runtime/tickets.ts';
import type { APIGatewayAuthorizerResult } from 'aws-lambda';

interface Deps {
  tickets: Pick<Tickets, 'use'>;
  log: Log;
  now(): Date;
}

/** The event of a WebSocket API's REQUEST authorizer, as far as it is used. */
interface AuthorizerEvent {
  methodArn: string;
  queryStringParameters?: Record<string, string | undefined> | null;
}

/**
 * Lets a handshake through that carries a good ticket, and uses the ticket up. API Gateway turns an error whose
 * message is `Unauthorized` into 401 and any other error into 500
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html).
 */
export const authorizeConnection =
  ({ tickets, log, now }: Deps) =>
  async ({ methodArn, queryStringParameters }: AuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    const ticket = queryStringParameters?.ticket;
    const at = now();
    const caller = ticket ? await tickets.use(ticket, at).catch(failed(log)) : undefined;
    if (!caller) throw new Error('Unauthorized');
    return {
      principalId: caller.id,
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: methodArn }],
      },
      context: contextOf(caller, at),
    };
  };

const failed =
  (log: Log) =>
  (error: Error): never => {
    log.error('A ticket could not be looked up.', error);
    throw new Error('InternalError');
  };
