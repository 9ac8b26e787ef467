import { redshiftClient, statesClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import {
  faultsInScripts,
  now,
  pipelineRunFinishing,
  pipelineRunLaunching,
  pipelineRunsTable,
  scriptConcluding,
} from '@readout/runtime/wiring.ts';
import { reconcilePipelines } from './reconcile-pipelines.ts';

const redshift = redshiftClient();

export const handler = reconcilePipelines({
  runs: pipelineRunsTable(),
  redshift,
  faultInScript: faultsInScripts(),
  states: statesClient(),
  workflowArn: requireEnv('PIPELINE_WORKFLOW_ARN'),
  stackName: requireEnv('STACK_NAME'),
  conclude: scriptConcluding(),
  finish: pipelineRunFinishing(redshift),
  launch: pipelineRunLaunching(),
  log,
  now,
});
