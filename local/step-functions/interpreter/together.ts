import type { Workflow } from './definition.ts';
import type { Trail } from './history.ts';
import type { Thread } from './thread.ts';
import { childController } from './timers.ts';
import { Variables } from './variables.ts';

/** One of several workflows that run side by side, and what history says of it. */
export interface Member {
  workflow: Workflow;
  input: unknown;
  mapItem?: { Index: number; Value: unknown };
  started?(trail: Trail): void;
  succeeded?(trail: Trail): void;
  failed?(trail: Trail): void;
  aborted?(trail: Trail): void;
}

/**
 * Runs workflows side by side, at most `limit` at a time, each in a variable scope of its own, and gives their outputs
 * in order. The first failure aborts the others; it is thrown when all have stopped.
 */
export const together = async (
  parent: Thread,
  members: Member[],
  limit = Number.POSITIVE_INFINITY,
): Promise<unknown[]> => {
  const { controller, release } = childController(parent.signal);
  const outputs: unknown[] = [];
  const waiting = [...members.entries()];
  const start = parent.trail.last;
  let firstFailure: { error: unknown; last: number } | undefined;
  const worker = async () => {
    for (let entry = waiting.shift(); entry && !controller.signal.aborted; entry = waiting.shift()) {
      const [index, member] = entry;
      const trail = parent.trail.fork();
      trail.last = start;
      try {
        outputs[index] = await runMember(parent, member, trail, controller.signal);
        parent.trail.last = trail.last;
      } catch (error) {
        firstFailure ??= { error, last: trail.last };
        controller.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, members.length) }, worker));
  release();
  if (!firstFailure) return outputs;
  parent.trail.last = firstFailure.last;
  throw firstFailure.error;
};

const runMember = async (
  parent: Thread,
  { workflow, input, mapItem, ...events }: Member,
  trail: Trail,
  signal: AbortSignal,
): Promise<unknown> => {
  const variables = new Variables(parent.variables);
  events.started?.(trail);
  try {
    const output = await parent.runStates(workflow, input, {
      ...parent,
      trail,
      variables,
      signal,
      mapItem: mapItem ?? parent.mapItem,
    });
    events.succeeded?.(trail);
    return output;
  } catch (error) {
    if (signal.aborted) events.aborted?.(trail);
    else events.failed?.(trail);
    throw error;
  }
};
