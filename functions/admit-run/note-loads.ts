import { type Datasets, oldestLoad } from '@readout/runtime/datasets.ts';
import type { Log } from '@readout/runtime/logger.ts';
import type { Statements } from '@readout/runtime/statements/statements.ts';
import type { AdmitRunEvent } from './admit-run-event.ts';

export interface NoteLoadsDeps {
  datasets: Pick<Datasets, 'loads'>;
  statements: Pick<Statements, 'noteLoad'>;
  log: Pick<Log, 'warn'>;
}

/**
 * Notes with a statement that may be sent now when its data was last loaded; a load that ends before the statement begins
 * is missed at worst. What cannot be found out hinders no run.
 */
export const noteLoads = async (
  { datasets, statements, log }: NoteLoadsDeps,
  { runId, admission: { reads = [] } }: AdmitRunEvent,
): Promise<void> => {
  if (reads.length === 0) return;
  try {
    const dataLoadedAt = oldestLoad(reads, await datasets.loads());
    if (dataLoadedAt) await statements.noteLoad(runId, dataLoadedAt);
  } catch (error) {
    log.warn('When the data was loaded could not be noted.', { runId, error });
  }
};
