import { randomUUID } from 'node:crypto';
import { objectClient, scheduleClient } from '@readout/runtime/clients.ts';
import { optionalEnv, requireEnv, requireTimeZone } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { now, restSettings, schedulesTable, scheduleTimers } from '@readout/runtime/wiring.ts';
import { saveSchedule } from './save-schedule.ts';

export const handler = rest(
  restSettings(),
  saveSchedule({
    schedules: schedulesTable(),
    timers: scheduleTimers(scheduleClient()),
    readTemplate: templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
    canMail: optionalEnv('MAIL_FROM') !== undefined,
    timeZone: requireTimeZone('REPORT_TIME_ZONE'),
    newId: randomUUID,
    now,
  }),
);
