import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a person can mend: said in one sentence, without a stack trace. */
export class StartError extends Error {
  override name = 'StartError';
}

/**
 * Listens on loopback.
 * @param port 0 takes any free one
 * @returns the port
 * @throws StartError where the port is taken or not allowed
 */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartError(`Port ${port} is taken. Choose another with --port.`));
      else if (error.code === 'EACCES')
        reject(new StartError(`Port ${port} is not allowed. Choose one above 1023.`));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Stops listening and drops what is still connected. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
