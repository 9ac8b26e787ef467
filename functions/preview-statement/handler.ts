import { objectClient } from '@readout/runtime/clients.ts';
import { requireEnv, requireTimeZone } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { now, restSettings } from '@readout/runtime/wiring.ts';
import { previewStatement } from './preview-statement.ts';

export const handler = rest(
  restSettings(),
  previewStatement({
    readTemplate: templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
    engineerGroup: requireEnv('ENGINEER_GROUP'),
    timeZone: requireTimeZone('REPORT_TIME_ZONE'),
    now,
  }),
);
