import { ResultNotReady } from '../errors.ts';
import type { RunRecord } from '../run-record.ts';

/** What the Data API calls the statement whose rows a run has. Throws ResultNotReady for a run that has no rows. */
export const statementOf = ({ status, statementId, download }: RunRecord): string => {
  if (download) throw new ResultNotReady('This run prepares a file and has no rows of its own.');
  if (status === 'succeeded' && statementId) return statementId;
  throw new ResultNotReady(
    status === 'queued' || status === 'running'
      ? 'The run has not ended yet.'
      : 'The run ended without a result.',
  );
};
