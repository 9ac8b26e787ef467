import type { Claims } from './gateway.ts';
import type { SimulatedConnection } from './simulated-connection.ts';
import type { World } from './world.ts';

/** Of a browser's WebSocket what pages use. */
export interface PageSocket {
  send(text: string): void;
  close(): void;
  onopen: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  onmessage: ((event: { data: unknown } & never) => unknown) | null;
}

type Fetch = (url: string, init?: { method?: string; body?: string }) => Promise<Response>;

/** How long a browser waits for an answer that will not come. */
const givesUp = 30_000;

/** The network of one device: while it is offline nothing passes, and what is open breaks. */
export class DeviceNetwork {
  #offlineUntil = 0;
  readonly #connections = new Set<SimulatedConnection>();

  constructor(
    readonly world: World,
    readonly claims: Claims,
    /** Told of every text that arrives, before the page is. */
    readonly heard: (text: string) => void,
  ) {}

  get #offline(): boolean {
    return this.world.time.now() < this.#offlineUntil;
  }

  goOffline(milliseconds: number): void {
    this.#offlineUntil = this.world.time.now() + milliseconds;
    for (const connection of this.#connections) connection.break();
  }

  openSocket = (address: string): PageSocket => {
    const { world } = this;
    let closed = false;
    let connection: SimulatedConnection | undefined;
    const socket: PageSocket = {
      onopen: null,
      onclose: null,
      onerror: null,
      onmessage: null,
      send: (text) => connection?.sendUp(text),
      close: () => {
        closed = true;
        connection?.closeUp();
      },
    };
    const fail = () => {
      closed = true;
      socket.onerror?.({} as never);
      socket.onclose?.({} as never);
    };
    world.time.after(world.latency(), async () => {
      if (closed) return;
      if (this.#offline) return fail();
      void world.gateway.connect(new URL(address)).then((answer) => {
        world.time.after(world.latency(), () => {
          if (typeof answer === 'number' || this.#offline) {
            if (typeof answer !== 'number') answer.break();
            return closed || fail();
          }
          if (closed) return answer.closeUp();
          connection = answer;
          this.#connections.add(answer);
          answer.attach({
            onMessage: (text) => {
              if (closed) return;
              this.heard(text);
              socket.onmessage?.({ data: text } as never);
            },
            onClose: () => closed || fail(),
          });
          socket.onopen?.({} as never);
        });
      });
    });
    return socket;
  };

  fetch: Fetch = async (address, { method = 'GET', body } = {}) => {
    const { world } = this;
    const { pathname, search } = new URL(address);
    const lost = world.dice('networks')() < world.plan().disconnect;
    const before = lost && world.dice('networks')() < 0.5;
    await world.time.sleep(world.latency());
    if (this.#offline || before) throw new TypeError('fetch failed');
    const answer = await world.gateway.rest(this.claims, method, pathname + search, body);
    await world.time.sleep(lost ? givesUp : world.latency());
    if (this.#offline || lost) throw new TypeError('fetch failed');
    this.heard(answer.body);
    return {
      ok: answer.status < 400,
      status: answer.status,
      json: async () => JSON.parse(answer.body),
    } as Response;
  };
}
