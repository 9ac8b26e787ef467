import { redshiftClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { now, pipelineRunsTable, pipelineRunTelling, restSettings } from '@readout/runtime/wiring.ts';
import { cancelPipelineRun } from './cancel-pipeline-run.ts';

export const handler = rest(
  restSettings(),
  cancelPipelineRun({
    runs: pipelineRunsTable(),
    redshift: redshiftClient(),
    tell: pipelineRunTelling(),
    operatorGroup: requireEnv('OPERATOR_GROUP'),
    now,
  }),
);
