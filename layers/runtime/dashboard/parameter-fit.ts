import type { InputValue, Parameter } from '../contracts.ts';
import { refusalText } from '../report/expectation.ts';
import { INPUT_TYPES } from '../report/input-types.ts';
import { judgeInput } from '../report/judge-input.ts';

/** Why a shared input cannot give a report's; nothing where every value that the form lets through is one. */
export function misfit(shared: Parameter, own: Parameter): string | undefined {
  if (shared.type !== own.type) return `${shared.name} is ${shared.type}, and the report wants ${own.type}`;
  if (shared.multiple && !own.multiple) return `${shared.name} is a list, and the report wants one value`;
  if (isAsked(own) && !isAsked(shared) && shared.default === undefined)
    return `${shared.name} may be empty, and the report requires a value`;
  return shared.default === undefined
    ? outOfBounds(shared, own)
    : (valueMisfit(own, shared.default) ?? outOfBounds(shared, own));
}

/** Why a value is none of a report's parameter, in the words of a refused run. */
export function valueMisfit(own: Parameter, value: InputValue): string | undefined {
  const judged = judgeInput(own, value);
  return 'problem' in judged ? refusalText(own, judged.problem) : undefined;
}

/** Whether nothing stands in for an empty field. */
export const isAsked = ({ required, default: fallback }: Parameter): boolean =>
  required && fallback === undefined;

function outOfBounds(shared: Parameter, own: Parameter): string | undefined {
  const { compare } = INPUT_TYPES[own.type === 'date-range' ? 'date' : own.type];
  const least =
    own.min !== undefined && (shared.min === undefined || (compare?.(shared.min, own.min) ?? 0) < 0);
  const most =
    own.max !== undefined && (shared.max === undefined || (compare?.(shared.max, own.max) ?? 0) > 0);
  if (least) return `${shared.name} may be below ${own.min}, which the report refuses`;
  if (most) return `${shared.name} may be above ${own.max}, which the report refuses`;
  const other = own.choices && unlisted(shared, own);
  return other === undefined ? undefined : `${shared.name} may be ${other}, which the report does not list`;
}

function unlisted({ choices }: Parameter, own: Parameter): string | undefined {
  if (!choices) return 'anything';
  const value = choices.find((choice) => valueMisfit({ ...own, multiple: false }, choice.value))?.value;
  return value === undefined ? undefined : String(value);
}
