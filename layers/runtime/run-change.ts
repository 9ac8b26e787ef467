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

/**
 * An update of a run that is still as it was read. That it became a member meanwhile is no change of its own, but others
 * look at it; a member stays one.
 */
export const settingOn = (
  { cursor, statement }: RunRecord,
  columns: Record<string, unknown>,
  removed: string[],
) => {
  const { ExpressionAttributeNames, ExpressionAttributeValues, UpdateExpression } = setting(columns, removed);
  const isMember = statement !== undefined;
  return {
    UpdateExpression,
    ConditionExpression: `#cursor = :found${isMember ? '' : ' AND attribute_not_exists(#statement)'}`,
    ExpressionAttributeNames: {
      ...ExpressionAttributeNames,
      ...(!isMember && { '#statement': 'statement' }),
    },
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ':found': cursor },
  };
};

/** What a change of status writes. */
export const columnsOf = ({ at, ...change }: Change): Record<string, unknown> => ({
  ...change,
  changedAt: at.toISOString(),
  [change.status === 'running' ? 'startedAt' : 'endedAt']: at.toISOString(),
});
