import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** A handshake that is answered with HTTP instead of 101. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
    /** For the log: why this is an internal error. */
    readonly reason?: string,
    /** The client's body, when it is not API Gateway's own message. */
    readonly body?: string,
  ) {
    super(message);
  }
}

/** Answers on the raw socket of an upgrade request, and ends it. */
export const refuse = (socket: Duplex, status: number, body: string): void => {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};
