import {
  DescribeStatementCommand,
  type DescribeStatementCommandOutput,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import type { FailedStatement, FaultInScript } from './fault-in-script.ts';
import type { ScriptEnding } from './pipeline-run-record.ts';
import type { ScriptKey } from './script-statement.ts';

/** The states in which a statement has ended. */
export type EndState = 'FINISHED' | 'FAILED' | 'ABORTED';

export interface AskDeps {
  redshift: RedshiftDataClient;
  faultInScript: FaultInScript;
  now(): Date;
}

/** Of what Redshift says: a message about a run holds that of each script. */
const MOST_LETTERS = 1000;

/** How the batch of a script has ended in Redshift; `running` where it has not, `forgotten` after 24 hours. */
export async function askRedshift(
  { redshift, faultInScript, now }: AskDeps,
  key: ScriptKey,
  statementId: string,
): Promise<ScriptEnding | 'running' | 'forgotten'> {
  try {
    const found = await redshift.send(new DescribeStatementCommand({ Id: statementId }));
    if (!isEnd(found.Status)) return 'running';
    const ending = endingOf(found.Status, found.Error, now());
    const failed = found.Status === 'FAILED' && failedIn(found);
    const at = failed ? await faultInScript(key, failed) : undefined;
    return at && ending.error ? { ...ending, error: { ...ending.error, at } } : ending;
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

/** The first statement of a batch that failed. Those behind it were not run. */
function failedIn({ SubStatements = [] }: DescribeStatementCommandOutput): FailedStatement | undefined {
  const index = SubStatements.findIndex(({ Status }) => Status === 'FAILED');
  const { QueryString: sql, Error: message = '' } = SubStatements[index] ?? {};
  return index < 0 ? undefined : { index, ...(sql !== undefined && { sql }), message };
}

const isEnd = (state: string | undefined): state is EndState =>
  ['FINISHED', 'FAILED', 'ABORTED'].includes(state ?? '');
