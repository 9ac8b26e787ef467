import { mailClient, objectClient, peopleClient } from '@readout/runtime/clients.ts';
import { optionalEnv, requireEnv, requireTimeZone } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { now, runStarting, runsTable, schedulesTable } from '@readout/runtime/wiring.ts';
import { People } from './people.ts';
import { runSchedule } from './run-schedule.ts';
import { ownerTeller } from './tell-owner.ts';

export const handler = runSchedule({
  schedules: schedulesTable(),
  people: new People({ cognito: peopleClient(), userPoolId: requireEnv('USER_POOL_ID') }),
  readTemplate: templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
  runs: runsTable(),
  start: runStarting(),
  tellOwner: ownerTeller({ mail: mailClient(), from: optionalEnv('MAIL_FROM') }),
  log,
  timeZone: requireTimeZone('REPORT_TIME_ZONE'),
  now,
});
