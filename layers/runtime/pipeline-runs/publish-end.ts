import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { isPassing } from '../failure.ts';
import type { Log } from '../logger.ts';
import { plainMail } from '../plain-mail.ts';
import type { PipelineRunRecord } from './pipeline-run-record.ts';

/** Tells the world outside that a run has ended: by an event, by a topic, and by mail to whom its pipeline names. */
export type PublishEnd = (record: PipelineRunRecord) => Promise<void>;

interface Deps {
  events: EventBridgeClient;
  notices: SNSClient;
  topicArn: string;
  mail: SESv2Client;
  /** The sender, verified in SES; without one no mail is sent. */
  from: string | undefined;
  stackName: string;
  pageOrigin: string;
  log: Log;
}

/** The events of a run that has ended: by the first chains go on, by the second what waited for the end. */
const SOURCE = 'readout';
const ENDED_EVENT = 'Pipeline Run Status Change';
const WANTED_EVENT = 'Pipeline Run Wanted';

/** What is told is told at least once. What a service refuses for good is only logged: trying again would not help. */
export const endPublisher =
  (deps: Deps): PublishEnd =>
  async (record) => {
    await putEvents(deps, record);
    await leniently(deps, record, () => publish(deps, record));
    const { from } = deps;
    if (from !== undefined) await leniently(deps, record, () => sendMail(deps, record, from));
  };

async function putEvents({ events, stackName: stack }: Deps, record: PipelineRunRecord): Promise<void> {
  const { runId, pipeline, status, next } = record;
  const entry = (DetailType: string, detail: object) => ({
    Source: SOURCE,
    DetailType,
    Detail: JSON.stringify({ stack, ...detail }),
  });
  const { FailedEntryCount, Entries } = await events.send(
    new PutEventsCommand({
      Entries: [
        entry(ENDED_EVENT, { pipeline, runId, status }),
        ...(next ? [entry(WANTED_EVENT, { start: next })] : []),
      ],
    }),
  );
  if (FailedEntryCount)
    throw new Error(`An event was refused: ${Entries?.find(({ ErrorCode }) => ErrorCode)?.ErrorMessage}`);
}

/** Whoever subscribes to the topic filters by the attributes. */
async function publish({ notices, topicArn, pageOrigin }: Deps, record: PipelineRunRecord): Promise<void> {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  await notices.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: subjectOf(record),
      Message: messageOf(record, pageOrigin),
      MessageAttributes: { pipeline: text(record.pipeline), status: text(record.status) },
    }),
  );
}

async function sendMail({ mail, pageOrigin }: Deps, record: PipelineRunRecord, from: string): Promise<void> {
  const { onSuccess, onFailure } = record.notices;
  const letter = { from, subject: subjectOf(record), text: messageOf(record, pageOrigin) };
  for (const to of record.status === 'succeeded' ? onSuccess : onFailure)
    await mail.send(plainMail({ ...letter, to }));
}

async function leniently(
  { log }: Deps,
  { runId }: PipelineRunRecord,
  send: () => Promise<void>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (isPassing(error)) throw error;
    log.error('The end of a pipeline run could not be told.', { runId, error });
  }
}

/** SNS takes ASCII without line breaks, 99 letters at most. The pipeline's id is that; its title may not be. */
const subjectOf = ({ pipeline, status }: PipelineRunRecord): string =>
  `Pipeline ${pipeline} ${ENDED[status]}`;

/** No message of Redshift, which may hold a value of a row: mail is read by others than who is signed in. */
const messageOf = ({ title, status, error, runId }: PipelineRunRecord, pageOrigin: string): string => {
  const why = error ? `\n\n${error.name}` : '';
  return `${title} ${ENDED[status]}.${why}\n\n${pageOrigin}/pipeline-runs/${runId}`;
};

const ENDED: Record<PipelineRunRecord['status'], string> = {
  queued: 'waits',
  running: 'runs',
  succeeded: 'has succeeded',
  failed: 'has failed',
  cancelled: 'was cancelled',
};
