import type { StartedBy } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';

const words = strings.pipelineRun;

/** Who or what started a run, in words. */
export function starterText(by: StartedBy): string {
  switch (by.kind) {
    case 'person':
      return by.email;
    case 'schedule':
      return words.bySchedule(by.cron, by.timeZone);
    case 'object':
      return words.byObject(by.key);
    case 'pipeline':
      return words.byPipeline(by.pipeline);
  }
}
