import { CancelStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';

/** Cancels a statement in Redshift. One that has ended is as good: its event is on the way, or reconcile asks. */
export const stopStatement = async (redshift: RedshiftDataClient, statementId: string): Promise<void> => {
  try {
    await redshift.send(new CancelStatementCommand({ Id: statementId }));
  } catch (error) {
    if (!hasEnded(error)) throw error;
  }
};

/** “Could not cancel a query that is already in FINISHED state with ID: …”, or it is remembered no more. */
const hasEnded = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ResourceNotFoundException' ||
    (error.name === 'ValidationException' && error.message.includes('already in')));
