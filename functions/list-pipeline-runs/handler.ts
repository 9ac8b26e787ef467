import { requireEnv } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { pipelineRunsTable, restSettings } from '@readout/runtime/wiring.ts';
import { listPipelineRuns } from './list-pipeline-runs.ts';

export const handler = rest(
  restSettings(),
  listPipelineRuns({ runs: pipelineRunsTable(), operatorGroup: requireEnv('OPERATOR_GROUP') }),
);
