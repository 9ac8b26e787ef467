import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { PipelineRunRecord, Start } from './pipeline-run-record.ts';

type Held = Pick<PipelineRunRecord, 'runId' | 'pipeline'>;

/** The item that a pipeline's only run holds; no run has such an id. */
const lockOf = (pipeline: string): string => `lock#${pipeline}`;

/** The lock of a pipeline in the hands of a run. */
export const lockFor = ({ runId, pipeline }: Held) => ({ runId: lockOf(pipeline), holder: runId });

/** The write that keeps with a lock what is to be begun when it is free. */
export const following = (table: string, start: Start) => ({
  TableName: table,
  Key: { runId: lockOf(start.pipeline) },
  UpdateExpression: 'SET #next = :next',
  ConditionExpression: 'attribute_exists(runId)',
  ExpressionAttributeNames: { '#next': 'next' },
  ExpressionAttributeValues: { ':next': JSON.stringify(start) },
});

/** What waits for the end of a run, as it is kept. */
export async function waitingFor(
  db: DynamoDBDocumentClient,
  table: string,
  { runId, pipeline }: Held,
): Promise<string | undefined> {
  const Key = { runId: lockOf(pipeline) };
  const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item?.holder === runId ? Item.next : undefined;
}

/** The lock goes with what waits, which must not have changed since it was read. */
export function unlocking(table: string, { runId, pipeline }: Held, waiting: string | undefined) {
  const same = waiting === undefined ? 'attribute_not_exists(#next)' : '#next = :next';
  return {
    TableName: table,
    Key: { runId: lockOf(pipeline) },
    ConditionExpression: `attribute_not_exists(runId) OR (holder = :run AND ${same})`,
    ExpressionAttributeNames: { '#next': 'next' },
    ExpressionAttributeValues: { ':run': runId, ...(waiting !== undefined && { ':next': waiting }) },
  };
}
