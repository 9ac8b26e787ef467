import type { Deletion } from './deletion.ts';
import { pipelineDeletions } from './pipelines.ts';
import { runDeletions } from './runs.ts';
import { statementDeletions } from './statements.ts';

/** Every condition, repetition, step of reconcile and check of ownership that the core stands on. */
export const deletions: Deletion[] = [
  ...runDeletions,
  ...statementDeletions,
  ...pipelineDeletions.map((one) => ({ ...one, design: 'pipelines' as const })),
];
