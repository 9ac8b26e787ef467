import type { GetExecutionHistoryInput } from '@aws-sdk/client-sfn';
import type { RecordedEvent } from '../interpreter/history.ts';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';
import { page } from './pages.ts';

/** The events of an execution; of Express ones too, which the cloud keeps in its logs only. */
export const getExecutionHistory: Operation<GetExecutionHistoryInput> =
  ({ executions }) =>
  async (request) => {
    const known = ['executionArn', 'maxResults', 'nextToken', 'reverseOrder', 'includeExecutionData'];
    onlyMembers('GetExecutionHistory', request, known);
    const { events } = executions.get(request.executionArn ?? '');
    const ordered = request.reverseOrder ? [...events].reverse() : events;
    const { items, nextToken } = page(ordered, request);
    const shown = request.includeExecutionData === false ? items.map(withoutData) : items;
    return { events: shown.map((event) => ({ ...event, timestamp: seconds(event.timestamp) })), nextToken };
  };

const data = new Set(['input', 'inputDetails', 'output', 'outputDetails', 'parameters']);

const withoutData = (event: RecordedEvent): RecordedEvent =>
  Object.fromEntries(
    Object.entries(event).map(([key, value]) => [
      key,
      typeof value === 'object' && value
        ? Object.fromEntries(Object.entries(value).filter(([field]) => !data.has(field)))
        : value,
    ]),
  ) as unknown as RecordedEvent;
