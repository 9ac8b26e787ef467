import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import { ServiceError } from '../../protocol/service-error.ts';
import { type BusEvent, eventTime } from '../event.ts';
import { type Context, isDefaultBus, type Operation, onlyMembers } from './context.ts';

/** Takes up to 10 events, 256 KB together. Each is taken or refused by itself. */
export const putEvents: Operation<PutEventsRequest> = (context) => async (request) => {
  onlyMembers('PutEvents', request, ['Entries']);
  const entries = request.Entries ?? [];
  if (entries.length < 1 || entries.length > 10) {
    throw new ServiceError(
      'ValidationException',
      "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and 10",
    );
  }
  if (Buffer.byteLength(JSON.stringify(entries)) > 262_144) {
    throw new ServiceError(
      'ValidationException',
      'Total size of the entries in the request is over the limit.',
    );
  }
  const results = entries.map((entry) => take(context, entry));
  return { FailedEntryCount: results.filter(({ ErrorCode }) => ErrorCode).length, Entries: results };
};

const take = (context: Context, entry: PutEventsRequestEntry): PutEventsResultEntry => {
  const [ErrorCode, ErrorMessage] = refusal(entry) ?? [];
  if (ErrorCode) return { ErrorCode, ErrorMessage };
  const event = eventOf(context, entry);
  context.bus.publish(event);
  return { EventId: event.id };
};

const refusal = (entry: PutEventsRequestEntry): [string, string] | undefined => {
  const { Source, DetailType, Detail, EventBusName = 'default' } = entry;
  const missing = Object.entries({ Source, DetailType, Detail }).find(([, value]) => !value)?.[0];
  if (missing) {
    return [
      'InvalidArgument',
      `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`,
    ];
  }
  if (Source?.startsWith('aws.'))
    return ['NotAuthorizedForSourceException', 'Not authorized for the source.'];
  if (!isDefaultBus(EventBusName)) return ['NotEmulated', `not emulated: the event bus ${EventBusName}`];
  return isObject(Detail ?? '') ? undefined : ['MalformedDetail', 'Detail is malformed.'];
};

const isObject = (text: string): boolean => {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const eventOf = ({ newId, clock, account, region }: Context, entry: PutEventsRequestEntry): BusEvent => ({
  version: '0',
  id: newId(),
  'detail-type': entry.DetailType ?? '',
  source: entry.Source ?? '',
  account,
  time: eventTime(entry.Time === undefined ? clock.now() : moment(entry.Time)),
  region,
  resources: entry.Resources ?? [],
  detail: JSON.parse(entry.Detail ?? '{}'),
});

/** The wire has epoch seconds. */
const moment = (time: unknown): Date => new Date(typeof time === 'number' ? time * 1000 : String(time));
