import { objectClient, redshiftClient, statesClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { now, pipelineRunsTable, pipelineRunTelling, warehouse } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { runScript } from './run-script.ts';

export const handler = asState(
  { log },
  runScript({
    runs: pipelineRunsTable(),
    folders: pipelinesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
    redshift: redshiftClient(),
    states: statesClient(),
    warehouse: warehouse(),
    constants: { data_bucket: requireEnv('DATA_BUCKET') },
    stackName: requireEnv('STACK_NAME'),
    tell: pipelineRunTelling(),
    now,
  }),
);
