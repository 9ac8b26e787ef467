import type { World } from '../world/world.ts';

// biome-ignore lint/suspicious/noExplicitAny: items are whatever the application wrote
type Item = Record<string, any>;

/** What the records went through while a world went on. */
export interface History {
  /** What went backwards, in words. */
  steps: string[];
  /** When the last member left a statement, in milliseconds of the world's time, by the statement's id. */
  abandoned: Map<string, number>;
  /** When each run ended. */
  ended: Map<string, number>;
}

const rank: Record<string, number> = { queued: 0, running: 1, succeeded: 2, failed: 2, cancelled: 2 };

/** Watches every write of runs and statements. */
export const watchRecords = ({ tables, time, trace }: World): History => {
  const history: History = { steps: [], abandoned: new Map(), ended: new Map() };
  tables.watch('readout-RunsTable', (after, before) => {
    if (after) trace(`run ${after.runId} ${after.status ?? after.changes} ${after.cursor ?? ''}`);
    if (after && rank[after.status] === 2 && !history.ended.has(after.runId))
      history.ended.set(after.runId, time.now());
    const wrong = after ? backwards(after, before) : 'was deleted';
    if (wrong) history.steps.push(`the record of ${(after ?? before)?.runId} ${wrong}`);
  });
  tables.watch('readout-StatementsTable', (after) => {
    if (after?.status) trace(`statement ${after.id} ${after.status} [${after.members ?? ''}]`);
    if (after?.status === 'abandoned' && !history.abandoned.has(after.id))
      history.abandoned.set(after.id, time.now());
  });
  return history;
};

const backwards = (after: Item, before: Item | undefined): string | undefined => {
  if (after.runId === 'ledger') {
    const [count, earlier] = [after.changes, before?.changes ?? 0];
    return count === earlier + 1 ? undefined : `went from ${earlier} to ${count}`;
  }
  if (!before) return undefined;
  if (after.cursor < before.cursor) return `went back to ${after.cursor}`;
  const [next, last] = [rank[after.status] ?? 0, rank[before.status] ?? 0];
  if (next < last || (last === 2 && after.status !== before.status))
    return `was ${before.status} and then ${after.status}`;
  if (after.status !== before.status && after.cursor === before.cursor) return 'changed without a new cursor';
  return undefined;
};
