import { ServiceError } from '../protocol/service-error.ts';
import type { MessageAttributes } from './message-attributes.ts';

/** One message of SendMessage(Batch) or DeleteMessage(Batch). */
export interface Entry {
  Id: string;
  MessageBody?: string;
  MessageAttributes?: MessageAttributes;
  DelaySeconds?: number;
  ReceiptHandle?: string;
}

/** Each entry succeeds or fails by itself. */
export const batch = (entries: Entry[] = [], run: (entry: Entry) => object): object => {
  if (entries.length === 0)
    throw new ServiceError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10)
    throw new ServiceError('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.name, Message: error.message });
    }
  }
  return { Successful, Failed };
};
