import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { ScriptRecord } from './pipeline-run-record.ts';

/**
 * Lets the workflow go on from the state that waits for a script. It may be done again: a token that nobody waits with
 * any more is as good.
 */
export async function releaseToken(states: SFNClient, { token, status, error }: ScriptRecord): Promise<void> {
  if (token === undefined) return;
  await unlessGone(
    status === 'succeeded'
      ? states.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ status }) }))
      : states.send(
          new SendTaskFailureCommand({
            taskToken: token,
            error: error?.name ?? 'Cancelled',
            cause: error?.message ?? status,
          }),
        ),
  );
}

/** Says that the script is still at it. */
export async function keepToken(states: SFNClient, { token }: ScriptRecord): Promise<void> {
  if (token !== undefined) await unlessGone(states.send(new SendTaskHeartbeatCommand({ taskToken: token })));
}

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html */
const GONE = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

async function unlessGone(sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof Error && GONE.includes(error.name))) throw error;
  }
}
