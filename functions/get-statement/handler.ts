import { objectClient, redshiftClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { restSettings, runsTable } from '@readout/runtime/wiring.ts';
import { getStatement } from './get-statement.ts';

export const handler = rest(
  restSettings(),
  getStatement({
    runs: runsTable(),
    readTemplate: templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
    redshift: redshiftClient(),
    operatorGroup: requireEnv('OPERATOR_GROUP'),
  }),
);
