import { redshiftClient } from '@readout/runtime/clients.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { faultsInScripts, now, pipelineRunsTable, scriptConcluding } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { endScript } from './end-script.ts';

export const handler = asState(
  { log },
  endScript({
    runs: pipelineRunsTable(),
    conclude: scriptConcluding(),
    redshift: redshiftClient(),
    faultInScript: faultsInScripts(),
    log,
    now,
  }),
);
