import { redshiftClient } from '@readout/runtime/clients.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { pipelineRunFinishing } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { finishPipeline } from './finish-pipeline.ts';

export const handler = asState({ log }, finishPipeline({ finish: pipelineRunFinishing(redshiftClient()) }));
