import { type Couriers, deliver } from './delivery/deliver.ts';
import type { BusEvent } from './event.ts';
import type { Rule, Rules } from './rules.ts';

/** The default bus: gives every event to the targets of every enabled rule that hears it. */
export class Bus {
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    readonly rules: Rules,
    readonly couriers: Couriers,
  ) {}

  publish(event: BusEvent): void {
    for (const rule of this.rules.all()) {
      if (rule.state === 'ENABLED' && rule.hears(event)) this.send(rule, event);
    }
  }

  /** Gives an event to the targets of one rule. */
  send(rule: Rule, event: BusEvent): void {
    const { signal } = this.#stopping;
    for (const target of rule.targets) {
      const delivery = deliver(this.couriers, rule, target, event, signal).catch((error) => {
        if (!signal.aborted) console.error(error);
      });
      this.#underWay.add(delivery);
      delivery.finally(() => this.#underWay.delete(delivery));
    }
  }

  /** Gives up retries and waits for the deliveries under way. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay);
  }
}
