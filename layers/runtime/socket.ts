import type { z } from 'zod';
import { type Caller, callerFromConnection } from './caller.ts';
import type { ErrorMessage, ServerMessage } from './contracts.ts';
import { detailOf } from './errors.ts';
import { failureOf } from './failure.ts';
import { labelsOf } from './label.ts';
import type { Log } from './logger.ts';
import { parse, parseJson } from './parse.ts';

/** A WebSocket event as far as it is used; `authorizer` is the context that the ticket authorizer gave at $connect. */
export interface SocketEvent {
  requestContext: { connectionId: string; routeKey: string; authorizer?: Record<string, unknown> };
  body?: string | null;
}

/** The answer of a route: `body` is sent to the client because the route has a route response. */
export interface SocketResult {
  statusCode: number;
  body: string;
}

export interface SocketRequest<Message> {
  caller: Caller;
  message: Message;
}

/**
 * A handler for one WebSocket route. The message is checked against the schema; whatever goes wrong is told as an
 * error message with the sender's own `requestId` and `topic`, and the connection stays usable.
 */
export const socket =
  <Schema extends z.ZodType>(
    { log, schema, now }: { log: Log; schema: Schema; now(): Date },
    act: (request: SocketRequest<z.output<Schema>>) => Promise<ServerMessage>,
  ) =>
  async (event: SocketEvent): Promise<SocketResult> => {
    try {
      const caller = callerFromConnection(event.requestContext.authorizer, now());
      return say(await act({ caller, message: parse(schema, parseJson(event.body)) }));
    } catch (error) {
      return say(errorMessage(failureOf(error, log), event.body));
    }
  };

/** The error as a message that carries the labels of the message it answers, so far as that one can be read. */
export const errorMessage = (error: unknown, about: string | null | undefined): ErrorMessage => ({
  type: 'error',
  ...detailOf(error),
  ...labelsOf(about),
});

export const say = (message: ServerMessage): SocketResult => ({
  statusCode: 200,
  body: JSON.stringify(message),
});
