import type { InputValue, Parameter } from '../contracts.ts';
import { InvalidInput } from '../errors.ts';
import { endsOf, INPUT_TYPES, type Scalar } from './input-types.ts';

/** One list is at most this long: each value is a parameter of its own to the Data API. */
export const MAX_VALUES = 100;

/** Whether there is no value: nothing, an empty text, or a list of neither more. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.every(isEmpty));

/** The value in its canonical form. Throws InvalidInput, which says what was expected. */
export function readInput(parameter: Parameter, value: unknown): InputValue {
  if (!parameter.multiple) return readOne(parameter, value);
  const values = (Array.isArray(value) ? value : [value]).filter((one) => !isEmpty(one));
  if (values.length > MAX_VALUES) throw refusal(parameter, `at most ${MAX_VALUES} values`);
  const read = values.map((one) => readOne(parameter, one));
  return read.every((one) => typeof one === 'number') ? read : read.map(String);
}

function readOne(parameter: Parameter, value: unknown): Scalar {
  const read = INPUT_TYPES[parameter.type].read(value);
  if (read === undefined || !isWithin(parameter, read)) throw refusal(parameter, expectation(parameter));
  return parameter.choices ? listed(parameter, read) : read;
}

function isWithin({ type, min, max, maxLength = 1000 }: Parameter, value: Scalar): boolean {
  if (typeof value === 'string' && value.length > maxLength) return false;
  const { compare } = INPUT_TYPES[type];
  const [first, last] = endsOf(type, value);
  return (
    !compare ||
    ((min === undefined || compare(first, min) >= 0) && (max === undefined || compare(last, max) <= 0))
  );
}

/** The choice as the report lists it: the query string knows only texts. */
function listed(parameter: Parameter, value: Scalar): Scalar {
  const choice = parameter.choices?.find((one) => String(one.value) === String(value));
  if (!choice) throw refusal(parameter, expectation(parameter));
  return choice.value;
}

export const refusal = ({ name, label }: Parameter, expected: string): InvalidInput =>
  new InvalidInput(name, `${label}: expected ${expected}.`);

/** What a value must be, in words. */
export function expectation({ type, min, max, maxLength, choices }: Parameter): string {
  const few = choices && choices.length <= 20;
  return [
    few ? `one of ${choices.map(({ value }) => value).join(', ')}` : INPUT_TYPES[type].expected,
    min === undefined ? '' : `, not below ${min}`,
    max === undefined ? '' : `, not above ${max}`,
    maxLength === undefined ? '' : ` of at most ${maxLength} characters`,
  ].join('');
}
