import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** WebSocket handshakes whose connections are lost, with any of their messages, without a close frame. */
export const withLostConnections =
  (upgrade: Upgrade, chance: number, random: () => number): Upgrade =>
  (request, socket, head) => {
    const write = socket.write.bind(socket);
    const lose = (): boolean => {
      if (random() >= chance) return false;
      socket.destroy();
      return true;
    };
    socket.on('data', lose);
    socket.write = ((...given: Parameters<typeof write>) =>
      !lose() && write(...given)) as typeof socket.write;
    upgrade(request, socket, head);
  };
