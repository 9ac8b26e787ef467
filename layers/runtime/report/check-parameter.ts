import type { Parameter } from '../contracts.ts';
import { refusalText } from './expectation.ts';
import { INPUT_TYPES } from './input-types.ts';
import { judgeInput } from './judge-input.ts';

/** What is wrong with one key of a parameter, named as in the front matter. */
export interface ParameterProblem {
  path: string[];
  message: string;
}

/** What no type says by itself: which keys go together, and that default and bounds are values of the type. */
export function checkParameter(parameter: Parameter): ParameterProblem[] {
  const { type, choices, optionsFrom, multiple, maxLength } = parameter;
  const isChoice = type === 'choice';
  const rules: [boolean, string, string][] = [
    [isChoice && !choices && !optionsFrom, 'type', 'a choice needs choices or options-from'],
    [choices !== undefined && optionsFrom !== undefined, 'options-from', 'cannot go with choices'],
    [!isChoice && choices !== undefined, 'choices', `goes with type choice, not ${type}`],
    [!isChoice && optionsFrom !== undefined, 'options-from', `goes with type choice, not ${type}`],
    [type !== 'text' && maxLength !== undefined, 'max-length', `goes with type text, not ${type}`],
    [multiple && ['boolean', 'date-range'].includes(type), 'multiple', `does not go with type ${type}`],
    [
      new Set(choices?.map(({ value }) => String(value))).size < (choices?.length ?? 0),
      'choices',
      'has a value twice',
    ],
  ];
  const broken = rules.filter(([isBroken]) => isBroken).map(([, key, message]) => ({ path: [key], message }));
  return broken.length > 0 ? broken : [...checkBounds(parameter), ...checkDefault(parameter)];
}

function checkBounds({ type, min, max }: Parameter): ParameterProblem[] {
  const { read, compare, expected } = INPUT_TYPES[type === 'date-range' ? 'date' : type];
  const problems = Object.entries({ min, max }).flatMap(([key, bound]) => {
    if (bound === undefined || (compare && read(bound) === bound)) return [];
    return [{ path: [key], message: compare ? `expected ${expected}` : `does not go with type ${type}` }];
  });
  if (problems.length > 0 || min === undefined || max === undefined || !compare || compare(min, max) <= 0)
    return problems;
  return [{ path: ['min'], message: 'is above max' }];
}

function checkDefault(parameter: Parameter): ParameterProblem[] {
  if (parameter.default === undefined) return [];
  const judged = judgeInput(parameter, parameter.default);
  return 'problem' in judged ? [{ path: ['default'], message: refusalText(parameter, judged.problem) }] : [];
}
