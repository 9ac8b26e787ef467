import type { Inputs, Parameter } from '@readout/runtime/contracts.ts';
import type { JudgedInputs } from '@readout/runtime/report/judge-inputs.ts';

/** The inputs of the report that fills a choice, or the label of a field above that has to do first. */
export type ChoiceInputs = { inputs: Inputs } | { waitsFor: string };

/** What a list of choices takes from the form that it is in. */
export function choiceInputs(
  { optionsInputs = {} }: Parameter,
  parameters: Parameter[],
  { values, problems }: JudgedInputs,
): ChoiceInputs {
  const inputs: Inputs = {};
  for (const [name, field] of Object.entries(optionsInputs)) {
    const value = values[field];
    if (problems.has(field))
      return { waitsFor: parameters.find((one) => one.name === field)?.label ?? field };
    if (value !== undefined) inputs[name] = value;
  }
  return { inputs };
}
