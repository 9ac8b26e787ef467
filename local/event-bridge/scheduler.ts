import type { Clock } from '../service.ts';
import type { Rule } from './rules.ts';
import type { Sleep } from './sleep.ts';

export interface SchedulerOptions {
  clock: Clock;
  sleep: Sleep;
  /** Called at each moment of a rule's schedule. */
  fire(rule: Rule, moment: Date): void;
}

/** Waits for the moments of each rule's schedule. A rule put anew begins anew. */
export class Scheduler {
  readonly #clocks = new Map<string, AbortController>();

  constructor(readonly options: SchedulerOptions) {}

  watch(rule: Rule): void {
    this.#clocks.get(rule.name)?.abort();
    const controller = new AbortController();
    this.#clocks.set(rule.name, controller);
    this.#run(rule, controller.signal).catch((error) => {
      if (!controller.signal.aborted) throw error;
    });
  }

  stop(): void {
    for (const controller of this.#clocks.values()) controller.abort();
  }

  /** The next moment that is not over yet: those that a sleeping machine missed are not made up for. */
  #following({ schedule }: Rule, moment: Date): Date | undefined {
    const now = this.options.clock.now();
    let next = schedule?.next(moment);
    while (next && next <= now) next = schedule?.next(next);
    return next;
  }

  async #run(rule: Rule, signal: AbortSignal): Promise<void> {
    const { clock, sleep, fire } = this.options;
    let moment = rule.schedule?.next(clock.now());
    while (moment && !signal.aborted) {
      await sleep(Math.max(0, moment.getTime() - clock.now().getTime()), signal);
      if (signal.aborted) return;
      fire(rule, moment);
      moment = this.#following(rule, moment);
    }
  }
}
