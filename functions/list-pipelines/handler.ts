import { objectClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { rest } from '@readout/runtime/rest.ts';
import { restSettings } from '@readout/runtime/wiring.ts';
import { listPipelines } from './list-pipelines.ts';

export const handler = rest(
  restSettings(),
  listPipelines({
    folders: pipelinesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
    operatorGroup: requireEnv('OPERATOR_GROUP'),
  }),
);
