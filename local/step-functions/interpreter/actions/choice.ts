import type { ChoiceState } from '../definition.ts';
import { evaluateTo } from '../expressions.ts';
import { StateError } from '../state-error.ts';
import { type Action, bindingsOf } from '../visit.ts';

/** Takes the first rule whose Condition is true, else Default; the rule's own Assign and Output count. */
export const choice: Action<ChoiceState> = async (visit) => {
  const { Choices, Default } = visit.state;
  for (const [index, rule] of Choices.entries()) {
    const location = `Choices[${index}]/`;
    if (await evaluateTo('boolean', rule.Condition, bindingsOf(visit), `${location}Condition`)) {
      return { next: rule.Next, rule: { fields: rule, location } };
    }
  }
  if (Default !== undefined) return { next: Default };
  throw new StateError(
    'States.NoChoiceMatched',
    `An error occurred while executing the state '${visit.name}' (entered at the event id #${visit.enteredEventId}). ` +
      'No choice rule matched and there is no Default.',
  );
};
