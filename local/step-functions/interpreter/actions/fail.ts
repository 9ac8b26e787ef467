import type { FailState } from '../definition.ts';
import { evaluateTo } from '../expressions.ts';
import { StateError } from '../state-error.ts';
import { type Action, bindingsOf } from '../visit.ts';

/** Ends the workflow with the state's error. */
export const fail: Action<FailState> = async (visit) => {
  const { Error: error, Cause } = visit.state;
  const text = (template: string | undefined, field: string) =>
    template === undefined ? undefined : evaluateTo('string', template, bindingsOf(visit), field);
  throw new StateError((await text(error, 'Error')) ?? 'States.TaskFailed', await text(Cause, 'Cause'));
};
