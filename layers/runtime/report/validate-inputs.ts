import type { Inputs, Parameter } from '../contracts.ts';
import { InvalidInput } from '../errors.ts';
import { refusalText } from './expectation.ts';
import type { Problem } from './judge-input.ts';
import { judgeInputs } from './judge-inputs.ts';
import { dayAt, type Moment } from './relative-dates.ts';
import type { ReportTemplate } from './template.ts';

/** What a person typed, as it is bound: canonical, with the defaults of what was left empty. */
export interface ValidInputs {
  values: Inputs;
  /** What relative dates stand for, by the name of their input. */
  resolved: Inputs;
}

/**
 * An empty input without a default is left out. Throws InvalidInput for the first input that is missing, unknown,
 * ill-typed or out of bounds. `asked` is when the run was asked for: relative dates are those of that day.
 */
export function validateInputs(
  { report: { parameters } }: Pick<ReportTemplate, 'report'>,
  inputs: unknown,
  asked: Moment,
): ValidInputs {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
    throw new InvalidInput('inputs', 'inputs: expected an object, each value by the name of its parameter.');
  const { problems, ...valid } = judgeInputs(parameters, inputs, dayAt(asked));
  for (const [name, problem] of problems) throw refusal(parameters, name, problem);
  return valid;
}

function refusal(parameters: Parameter[], name: string, problem: Problem): InvalidInput {
  const parameter = parameters.find((one) => one.name === name);
  if (problem.kind === 'tooMuch')
    return new InvalidInput(name, `${name}: expected at most ${problem.most} bytes in all.`);
  return parameter && problem.kind !== 'unknown'
    ? new InvalidInput(name, refusalText(parameter, problem))
    : unknown(name);
}

function unknown(name: string): InvalidInput {
  const shown = name.slice(0, 64);
  return /^(caller|claim)_/.test(name)
    ? new InvalidInput(shown, `${shown}: comes from your sign-in and cannot be given.`)
    : new InvalidInput(shown, `${shown}: this report has no such input.`);
}
