import type { ParallelState } from '../definition.ts';
import { together } from '../together.ts';
import { type Action, evaluateField } from '../visit.ts';

/** Runs all branches on the same input; the result is the list of their outputs. The first failure stops the others. */
export const parallel: Action<ParallelState> = async (visit) => {
  const { thread, state } = visit;
  const input =
    state.Arguments === undefined ? visit.input : await evaluateField(visit, state.Arguments, 'Arguments');
  thread.trail.add('ParallelStateStarted');
  try {
    const value = await together(
      thread,
      state.Branches.map((workflow) => ({ workflow, input })),
    );
    thread.trail.add('ParallelStateSucceeded');
    return { result: { value } };
  } catch (error) {
    if (!thread.signal.aborted) thread.trail.add('ParallelStateFailed');
    throw error;
  }
};
