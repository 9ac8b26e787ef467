import { setTimeout as sleep } from 'node:timers/promises';
import type { Device, Heard } from './devices.ts';
import { send } from './http.ts';
import type { Wanted } from './mix.ts';
import type { Person } from './people.ts';
import type { Tally } from './tally.ts';

export interface OfferDeps {
  rest: string;
  people: Person[];
  devices: Device[];
  /** What the next run asks for, whatever the rate it is a part of. */
  next: () => Wanted;
}

/** Starts runs at a rate, half of them by a `run` message and half over REST, whatever the stack makes of them. */
export class Offer {
  /** Names of the errors that refused a run. */
  readonly refused: Record<string, number> = {};
  offered = 0;
  readonly #asked = new Map<string, { owner: number; at: number }>();
  readonly #answers = new Set<Promise<void>>();

  constructor(
    readonly deps: OfferDeps,
    readonly tally: Tally,
  ) {}

  /** Offers runs for so long, evenly spaced: a late one does not put off the next. */
  async run(perSecond: number, seconds: number): Promise<void> {
    const began = performance.now();
    for (let number = 0; number < perSecond * seconds; number += 1) {
      const due = began + (1000 * number) / perSecond;
      const early = due - performance.now();
      if (early > 1) await sleep(early);
      this.#start(number);
    }
  }

  /** Of every message that a device hears, those that answer a `run` message. */
  hear({ requestId, type, runId, name = '' }: Heard): void {
    const asked = requestId && this.#asked.get(requestId);
    if (!asked) return;
    if (type === 'error') this.#refuse(name);
    else if (runId) this.tally.accept(runId, asked.owner, asked.at);
    this.#asked.delete(requestId);
  }

  /** Runs that were asked for, and neither accepted nor refused so far. */
  get unanswered(): number {
    return this.#asked.size + this.#answers.size;
  }

  #start(number: number): void {
    const { devices, people, next } = this.deps;
    const owner = (number * 7919) % people.length;
    const at = performance.now();
    const { report, inputs } = next();
    this.offered += 1;
    if (number % 2 === Math.floor(number / 2) % 2) {
      const requestId = `offer-${this.offered}`;
      const own = devices.length / people.length;
      const device = devices[owner * own + (number % own)];
      this.#asked.set(requestId, { owner, at });
      device?.socket.send(JSON.stringify({ action: 'run', report, inputs, requestId }));
    } else {
      const answer = this.#overRest(owner, report, inputs, at).finally(() => this.#answers.delete(answer));
      this.#answers.add(answer);
    }
  }

  async #overRest(owner: number, report: string, inputs: object, at: number): Promise<void> {
    const { people, rest } = this.deps;
    const headers = { authorization: people[owner]?.idToken ?? '', 'content-type': 'application/json' };
    const { status, body } = await send(
      'POST',
      `${rest}/reports/${encodeURIComponent(report)}/runs`,
      headers,
      { inputs },
    );
    if (status === 202) this.tally.accept(body.runId, owner, at);
    else this.#refuse(body?.error?.name ?? String(status));
  }

  #refuse(name: string): void {
    this.refused[name] = (this.refused[name] ?? 0) + 1;
  }
}
