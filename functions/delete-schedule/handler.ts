import { scheduleClient } from '@readout/runtime/clients.ts';
import { rest } from '@readout/runtime/rest.ts';
import { restSettings, schedulesTable, scheduleTimers } from '@readout/runtime/wiring.ts';
import { deleteSchedule } from './delete-schedule.ts';

export const handler = rest(
  restSettings(),
  deleteSchedule({ schedules: schedulesTable(), timers: scheduleTimers(scheduleClient()) }),
);
