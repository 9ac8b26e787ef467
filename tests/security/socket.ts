import WebSocket from 'ws';
import type { Person } from '../support/person.ts';
import { stack } from '../support/stack.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Heard = any;

/** What is told to everybody, whenever another test file has a pipeline run: never an answer. */
const TO_EVERYBODY = ['pipeline-run', 'loaded'];

/** One WebSocket for thousands of messages: each waits for its own answer, and nothing that came is looked through twice. */
export class Socket {
  readonly closed: Promise<number>;
  readonly #waiting: { wants(message: Heard): boolean; settle(message: Heard): void }[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (TO_EVERYBODY.includes(message.type)) return;
      for (const one of this.#waiting.filter(({ wants }) => wants(message))) {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        one.settle(message);
      }
    });
    this.closed = new Promise((resolve) => socket.once('close', resolve));
  }

  /** With a fresh ticket of the person; `query` is what the handshake says besides. */
  static async open(person: Person, query: Record<string, string[]> = {}): Promise<Socket> {
    const url = new URL(stack.websocket);
    url.searchParams.set('ticket', await person.ticket());
    for (const [name, values] of Object.entries(query))
      for (const value of values) url.searchParams.append(name, value);
    return Socket.at(url.href);
  }

  static at(url: string): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      const opened = new Socket(socket);
      socket.once('open', () => resolve(opened));
      socket.once('error', reject);
    });
  }

  /** The next message that is wanted, of those that come from now on. */
  next(wants: (message: Heard) => boolean = () => true): Promise<Heard> {
    return new Promise((settle) => this.#waiting.push({ wants, settle }));
  }

  /** Sends a message, and answers what is said to it. */
  ask(message: unknown, wants?: (message: Heard) => boolean): Promise<Heard> {
    const answer = this.next(wants);
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    return answer;
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
