import { defaultLimits } from '../../../local/api-gateway/limits.ts';
import type { Connection } from '../../../local/api-gateway/websocket/connection.ts';
import type { ConnectionFacts } from '../../../local/api-gateway/websocket/events.ts';
import type { Dice } from '../../../local/faults/dice.ts';
import type { FaultPlan } from '../../../local/faults/plan.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface ConnectionOptions {
  time: VirtualTime;
  dice: Dice;
  plan(): FaultPlan;
  latency(): number;
  trace(line: string): void;
  onMessage(text: string): void;
  onClose(code: number): void;
}

/** What a client hears of its end of the connection. */
export interface ClientEnd {
  onMessage(text: string): void;
  onClose(code: number): void;
}

/** How long API Gateway mostly goes on taking a connection for open whose client has vanished; else until it is idle. */
const noticeWithin = 60_000;

/**
 * One WebSocket, both of its ends. Each way keeps the order of its messages. It may be lost with any of them: then nothing
 * passes any more, and each end learns of it in its own time or not at all, as when a network breaks.
 */
export class SimulatedConnection implements Connection {
  lastActiveAt: number;
  #serverOpen = true;
  #clientOpen = true;
  #broken = false;
  #client: ClientEnd | undefined;
  #cancelIdle = () => {};
  #cancelLife: () => void;
  readonly #arrival = { up: 0, down: 0 };

  constructor(
    readonly facts: ConnectionFacts,
    readonly options: ConnectionOptions,
  ) {
    this.lastActiveAt = options.time.now();
    this.#cancelLife = options.time.after(defaultLimits.connectionMs, () => this.close(1001));
    this.#touch();
  }

  get open(): boolean {
    return this.#serverOpen;
  }

  /** The client takes its end. */
  attach(client: ClientEnd): void {
    this.#client = client;
  }

  /** From server to client. */
  async send(data: string | Buffer): Promise<void> {
    this.#touch();
    const text = data.toString();
    if (this.#loses()) this.break();
    this.#carry('down', () => {
      if (this.#clientOpen) this.#client?.onMessage(text);
    });
  }

  /** From client to server. */
  sendUp(text: string): void {
    if (this.#loses()) this.break();
    this.#carry('up', () => {
      if (!this.#serverOpen) return;
      this.#touch();
      this.options.onMessage(text);
    });
  }

  /** The server closes. */
  close(code: number): void {
    this.#endServer(code);
    this.#carry('down', () => this.#endClient(code));
  }

  /** The client closes. */
  closeUp(): void {
    if (!this.#clientOpen) return;
    this.#clientOpen = false;
    this.#carry('up', () => this.#endServer(1000));
  }

  terminate(): void {
    this.break();
  }

  /** The network between the ends is gone. */
  break(): void {
    if (this.#broken) return;
    this.#broken = true;
    const { time, dice, trace } = this.options;
    const random = dice('networks');
    trace(`the connection ${this.facts.connectionId} is lost`);
    if (random() < 0.8) time.after(noticeWithin * random(), () => this.#endServer(1006));
    if (random() < 0.7) time.after(2_000 * random(), () => this.#endClient(1006));
  }

  #endServer(code: number): void {
    if (!this.#serverOpen) return;
    this.#serverOpen = false;
    this.#cancelIdle();
    this.#cancelLife();
    this.options.onClose(code);
  }

  #endClient(code: number): void {
    if (!this.#clientOpen) return;
    this.#clientOpen = false;
    this.#client?.onClose(code);
  }

  #carry(way: 'up' | 'down', deliver: () => void): void {
    if (this.#broken) return;
    const { time, latency } = this.options;
    this.#arrival[way] = Math.max(this.#arrival[way], time.now() + latency());
    time.after(this.#arrival[way] - time.now(), () => {
      if (!this.#broken) deliver();
    });
  }

  #loses(): boolean {
    const { dice, plan } = this.options;
    return dice('networks')() < plan().disconnect;
  }

  #touch(): void {
    this.lastActiveAt = this.options.time.now();
    this.#cancelIdle();
    this.#cancelIdle = this.options.time.after(defaultLimits.idleMs, () => this.close(1001));
  }
}
