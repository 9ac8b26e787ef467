import { DescribeStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { ScriptEnding } from './pipeline-run-record.ts';

/** The states in which a statement has ended. */
export type EndState = 'FINISHED' | 'FAILED' | 'ABORTED';

/** Of what Redshift says: a message about a run holds that of each script. */
const MOST_LETTERS = 1000;

/** How the batch of a script has ended in Redshift; `running` where it has not, `forgotten` after 24 hours. */
export async function askRedshift(
  redshift: RedshiftDataClient,
  statementId: string,
  now: () => Date,
): Promise<ScriptEnding | 'running' | 'forgotten'> {
  try {
    const { Status, Error: message } = await redshift.send(new DescribeStatementCommand({ Id: statementId }));
    return isEnd(Status) ? endingOf(Status, message, now()) : 'running';
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return 'forgotten';
    throw error;
  }
}

/** What the end of a batch means for its script. */
export function endingOf(state: EndState, message: string | undefined, at: Date): ScriptEnding {
  if (state === 'FINISHED') return { status: 'succeeded', at };
  if (state === 'ABORTED')
    return {
      status: 'cancelled',
      at,
      error: { name: 'QueryFailed', message: 'Redshift stopped the script.' },
    };
  const text = message ?? 'Redshift failed the script without saying why.';
  return { status: 'failed', at, error: { name: 'QueryFailed', message: text.slice(0, MOST_LETTERS) } };
}

const isEnd = (state: string | undefined): state is EndState =>
  ['FINISHED', 'FAILED', 'ABORTED'].includes(state ?? '');
