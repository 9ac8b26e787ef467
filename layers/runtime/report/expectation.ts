import type { Parameter } from '../contracts.ts';
import { INPUT_TYPES } from './input-types.ts';
import type { Problem } from './judge-input.ts';

/** A sentence that names the field and says what was expected of it. */
export function refusalText(parameter: Parameter, problem: Problem): string {
  const stands = 'stands' in problem && problem.stands ? `; this is ${problem.stands}` : '';
  return `${parameter.label}: expected ${expected(parameter, problem)}${stands}.`;
}

function expected(parameter: Parameter, problem: Problem): string {
  if (problem.kind === 'required') return 'a value, which is required';
  if (problem.kind === 'tooMany') return `at most ${problem.most} values`;
  return expectation(parameter);
}

const RELATIVE: Partial<Record<Parameter['type'], string>> = {
  date: ', or such as yesterday',
  month: ', or such as last_month',
  'date-range': ', or such as last_7_days',
};

/** What a value must be, in words. */
function expectation({ type, min, max, maxLength, choices }: Parameter): string {
  const few = choices && choices.length <= 20;
  return [
    few ? `one of ${choices.map(({ value }) => value).join(', ')}` : INPUT_TYPES[type].expected,
    RELATIVE[type] ?? '',
    min === undefined ? '' : `, not below ${min}`,
    max === undefined ? '' : `, not above ${max}`,
    maxLength === undefined ? '' : ` of at most ${maxLength} characters`,
  ].join('');
}
