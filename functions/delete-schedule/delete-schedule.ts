import type { RestAction } from '@readout/runtime/rest.ts';
import { toSchedule } from '@readout/runtime/schedules/schedule-record.ts';
import type { Schedules } from '@readout/runtime/schedules/schedules.ts';
import type { Timers } from '@readout/runtime/schedules/timers.ts';

interface Deps {
  schedules: Pick<Schedules, 'owned' | 'remove'>;
  timers: Pick<Timers, 'remove'>;
}

/**
 * `DELETE /schedules/{id}`: answers what was deleted. The timer goes first: when this ends between the two, asking again
 * does the rest. Throws ScheduleNotFound.
 */
export const deleteSchedule =
  ({ schedules, timers }: Deps): RestAction =>
  async ({ caller, path: { id = '' } }) => {
    const record = await schedules.owned({ owner: caller.id, id });
    await timers.remove(record);
    await schedules.remove(record);
    return { body: toSchedule(record) };
  };
