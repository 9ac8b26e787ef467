import { type Observable, type RestClient, subject } from '@readout/client';
import type { Schedule, ScheduleOrder } from '@readout/runtime/contracts.ts';

export interface Schedules extends Observable<readonly Schedule[] | undefined> {
  /** Reads what the person has scheduled. */
  refresh(): Promise<void>;
  /** Throws ReadoutError `InvalidInput`, with its field, or `TooManySchedules`. */
  add(order: ScheduleOrder): Promise<void>;
  /** Lets a schedule rest, or go on. */
  enable(schedule: Schedule, enabled: boolean): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The person's schedules; nothing before they were read. */
export function schedules(
  rest: Pick<RestClient, 'listSchedules' | 'createSchedule' | 'updateSchedule' | 'deleteSchedule'>,
): Schedules {
  const all = subject<readonly Schedule[] | undefined>(undefined);
  const replace = (id: string, by: Schedule[]) =>
    all.set((all.get() ?? []).flatMap((schedule) => (schedule.id === id ? by : [schedule])));
  return {
    get: all.get,
    subscribe: all.subscribe,
    async refresh() {
      all.set(await rest.listSchedules());
    },
    async add(order) {
      const made = await rest.createSchedule(order);
      const known = all.get();
      if (known) all.set([...known, made]);
    },
    async enable({ id, createdAt: _, changedAt: __, ...order }, enabled) {
      replace(id, [await rest.updateSchedule(id, { ...order, enabled })]);
    },
    async remove(id) {
      await rest.deleteSchedule(id);
      replace(id, []);
    },
  };
}
