import type { RunStatus } from './contracts.ts';
import type { Change, RunRecord } from './run-record.ts';
import { setting } from './update.ts';

/** The states that a run may leave for each other state. What is not here does not happen. */
export const FROM: Record<Change['status'], RunStatus[]> = {
  running: ['queued'],
  succeeded: ['queued', 'running'],
  failed: ['queued', 'running'],
  cancelled: ['queued', 'running'],
};

/** An update of a run that is still as it was read. Becoming a member is no change of its own, but others look at it. */
export const settingOn = (
  { cursor, statement }: RunRecord,
  columns: Record<string, unknown>,
  removed: string[],
) => {
  const { ExpressionAttributeNames, ExpressionAttributeValues, UpdateExpression } = setting(columns, removed);
  const membership = statement === undefined ? 'attribute_not_exists(#statement)' : '#statement = :statement';
  return {
    UpdateExpression,
    ConditionExpression: `#cursor = :found AND ${membership}`,
    ExpressionAttributeNames: { ...ExpressionAttributeNames, '#statement': 'statement' },
    ExpressionAttributeValues: {
      ...ExpressionAttributeValues,
      ':found': cursor,
      ...(statement !== undefined && { ':statement': statement }),
    },
  };
};

/** What a change of status writes. */
export const columnsOf = ({ at, ...change }: Change): Record<string, unknown> => ({
  ...change,
  changedAt: at.toISOString(),
  [change.status === 'running' ? 'startedAt' : 'endedAt']: at.toISOString(),
});
