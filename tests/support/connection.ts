import WebSocket from 'ws';

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
type Message = any;

/** One WebSocket of a test: everything that arrives is kept, and what has not arrived yet can be waited for. */
export class Connection {
  readonly received: Message[] = [];
  readonly closed: Promise<number>;
  readonly #waiting = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)));
      for (const look of [...this.#waiting]) look();
    });
    this.closed = new Promise((resolve) => socket.once('close', resolve));
  }

  /** Rejects with `Unexpected server response: <status>` where the handshake is refused. */
  static open(url: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      const connection = new Connection(socket);
      socket.once('open', () => resolve(connection));
      socket.once('error', reject);
    });
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message, of those that have come and those to come, with these fields. */
  async message(fields: Record<string, unknown>): Promise<Message> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.received.find((message) =>
          Object.entries(fields).every(([name, value]) => message[name] === value),
        );
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
