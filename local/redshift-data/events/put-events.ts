import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { StatementEvent } from '../statements/statement-event.ts';

/** Sends completion events to an EventBridge API elsewhere. Throws where it refuses one. */
export const putEvents = (endpoint: string, region: string) => {
  const client = new EventBridgeClient({
    endpoint,
    region,
    ...(process.env.AWS_ACCESS_KEY_ID || process.env.AWS_PROFILE ? {} : { credentials: madeUp }),
  });
  return async (event: StatementEvent): Promise<void> => {
    const entry = {
      Time: new Date(event.time),
      Source: event.source,
      Resources: event.resources,
      DetailType: event['detail-type'],
      Detail: JSON.stringify(event.detail),
    };
    const { Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    const [refused] = (Entries ?? []).filter(({ ErrorCode }) => ErrorCode);
    if (refused) throw new Error(`${refused.ErrorCode}: ${refused.ErrorMessage}`);
  };
};

const madeUp = { accessKeyId: 'local', secretAccessKey: 'local' };
