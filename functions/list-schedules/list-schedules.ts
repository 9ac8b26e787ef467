import type { ScheduleList } from '@readout/runtime/contracts.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { toSchedule } from '@readout/runtime/schedules/schedule-record.ts';
import type { Schedules } from '@readout/runtime/schedules/schedules.ts';

/** `GET /schedules`, the caller's own, and `GET /schedules/{id}`, one of them. Throws ScheduleNotFound. */
export const listSchedules =
  ({ schedules }: { schedules: Pick<Schedules, 'of' | 'owned'> }): RestAction =>
  async ({ caller: { id: owner }, path: { id } }) => {
    if (id !== undefined) return { body: toSchedule(await schedules.owned({ owner, id })) };
    return { body: { schedules: (await schedules.of(owner)).map(toSchedule) } satisfies ScheduleList };
  };
