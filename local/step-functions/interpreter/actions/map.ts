import type { MapState } from '../definition.ts';
import { evaluateTo } from '../expressions.ts';
import { type Member, together } from '../together.ts';
import { type Action, bindingsOf, evaluateField, type Visit } from '../visit.ts';

/** Runs the item processor once per item (inline mode: at most 40 at a time); the result is the list of outputs, in order. */
export const map: Action<MapState> = async (visit) => {
  const { state, thread } = visit;
  const items = await evaluateTo('array', state.Items ?? '{% $states.input %}', bindingsOf(visit), 'Items');
  const limit = await evaluateTo('number', state.MaxConcurrency ?? 0, bindingsOf(visit), 'MaxConcurrency');
  const iterations = await Promise.all(items.map((item, index) => iteration(visit, item, index)));
  thread.trail.add('MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  try {
    const value = await together(thread, iterations, limit || 40);
    thread.trail.add('MapStateSucceeded');
    return { result: { value } };
  } catch (error) {
    if (!thread.signal.aborted) thread.trail.add('MapStateFailed');
    throw error;
  }
};

const iteration = async (visit: Visit<MapState>, value: unknown, index: number): Promise<Member> => {
  const { ItemSelector, ItemProcessor } = visit.state;
  const mapItem = { Index: index, Value: value };
  const details = { name: visit.name, index };
  return {
    workflow: ItemProcessor,
    input:
      ItemSelector === undefined
        ? value
        : await evaluateField(visit, ItemSelector, 'ItemSelector', { mapItem }),
    mapItem,
    started: (trail) => trail.add('MapIterationStarted', { mapIterationStartedEventDetails: details }),
    succeeded: (trail) => trail.add('MapIterationSucceeded', { mapIterationSucceededEventDetails: details }),
    failed: (trail) => trail.add('MapIterationFailed', { mapIterationFailedEventDetails: details }),
    aborted: (trail) => trail.add('MapIterationAborted', { mapIterationAbortedEventDetails: details }),
  };
};
