import type { Sleep } from '../event-bridge/sleep.ts';
import type { Clock } from '../service.ts';
import { momentsOf } from './moments.ts';
import { expressionOf, type Schedule } from './schedule.ts';
import { keyOf } from './schedules.ts';

export interface RunnerOptions {
  clock: Clock;
  sleep: Sleep;
  /** Called at each moment of a schedule. */
  fire(schedule: Schedule, moment: Date): void;
  /** Called when no moment is left. */
  completed(schedule: Schedule): void;
}

/** Waits for the moments of each schedule. Those that a stopped machine missed are not made up for. */
export class Runner {
  readonly #waiting = new Map<string, AbortController>();

  constructor(readonly options: RunnerOptions) {}

  /** @param since first moment that counts, exclusive; by default the schedule's own making, inclusive */
  watch(schedule: Schedule, since = schedule.modifiedAt - 1): void {
    this.forget(schedule);
    if (schedule.State !== 'ENABLED') return;
    const controller = new AbortController();
    this.#waiting.set(keyOf(schedule), controller);
    this.#run(schedule, new Date(since), controller.signal).catch((error) => {
      if (!controller.signal.aborted) throw error;
    });
  }

  forget(schedule: Schedule): void {
    this.#waiting.get(keyOf(schedule))?.abort();
    this.#waiting.delete(keyOf(schedule));
  }

  stop(): void {
    for (const controller of this.#waiting.values()) controller.abort();
  }

  async #run(schedule: Schedule, since: Date, signal: AbortSignal): Promise<void> {
    const { clock, sleep, fire, completed } = this.options;
    const moments = momentsOf(expressionOf(schedule));
    let moment = moments.next(since);
    while (moment) {
      await sleep(Math.max(0, moment.getTime() - clock.now().getTime()), signal);
      if (signal.aborted) return;
      fire(schedule, moment);
      // Where the machine slept, what it missed is over.
      moment = moments.next(new Date(Math.max(moment.getTime(), clock.now().getTime())));
    }
    await Promise.resolve();
    if (!signal.aborted) completed(schedule);
  }
}
