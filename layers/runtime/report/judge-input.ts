import type { InputValue, Parameter } from '../contracts.ts';
import { endsOf, INPUT_TYPES, isBackwards, type Scalar } from './input-types.ts';
import { isRelative, resolveRelative } from './relative-dates.ts';

/** One list is at most this long: each value is a parameter of its own to the Data API. */
export const MAX_VALUES = 100;

/** Why a value does not do, as data; the words are the teller's matter. */
export type Problem =
  | { kind: 'required' }
  | { kind: 'type' }
  /** Several values where one is wanted. */
  | { kind: 'several' }
  | { kind: 'tooMany'; most: number }
  | { kind: 'tooLong'; most: number }
  /** Of a relative date, `stands` is what it stands for on the day. */
  | { kind: 'tooSmall'; least: string; stands?: string }
  | { kind: 'tooLarge'; most: string; stands?: string }
  | { kind: 'backwards' }
  | { kind: 'notListed' }
  /** The report has no such input, or one that cannot be given. */
  | { kind: 'unknown' }
  /** All inputs together. */
  | { kind: 'tooMuch'; most: number };

/** A value that does: `value` in its canonical form, `stands` with dates in place of relative ones, as it is bound. */
export type Judgement = { value: InputValue; stands: InputValue } | { problem: Problem };

/** Whether there is no value: nothing, an empty text, or a list of neither more. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.every(isEmpty));

/**
 * Judges a value that is not empty. Without a day, `YYYY-MM-DD`, relative dates stand for themselves and bounds do not
 * hold for them.
 */
export function judgeInput(parameter: Parameter, value: unknown, today?: string): Judgement {
  if (!parameter.multiple)
    return Array.isArray(value) ? { problem: { kind: 'several' } } : judgeOne(parameter, value, today);
  const values = (Array.isArray(value) ? value : [value]).filter((one) => !isEmpty(one));
  if (values.length > MAX_VALUES) return { problem: { kind: 'tooMany', most: MAX_VALUES } };
  const judged = values.map((one) => judgeOne(parameter, one, today));
  const wrong = judged.find((one) => 'problem' in one);
  if (wrong) return wrong;
  const fine = judged.filter((one) => 'value' in one);
  return { value: listOf(fine.map((one) => one.value)), stands: listOf(fine.map((one) => one.stands)) };
}

type JudgedOne = { value: Scalar; stands: Scalar } | { problem: Problem };

function judgeOne(parameter: Parameter, value: unknown, today?: string): JudgedOne {
  const { type, choices } = parameter;
  if (typeof value === 'string' && isRelative(type, value)) {
    const stands = today === undefined ? undefined : resolveRelative(type, value, today);
    const problem = stands === undefined ? undefined : problemOfSize(parameter, stands, stands);
    return problem ? { problem } : { value, stands: stands ?? value };
  }
  const read = INPUT_TYPES[type].read(value);
  if (read === undefined) return { problem: { kind: isRange(type, value) ? 'backwards' : 'type' } };
  const problem = problemOfSize(parameter, read);
  if (problem) return { problem };
  if (!choices) return { value: read, stands: read };
  // The choice as the report lists it: the query string knows only texts.
  const choice = choices.find((one) => String(one.value) === String(read));
  return choice ? { value: choice.value, stands: choice.value } : { problem: { kind: 'notListed' } };
}

const isRange = (type: Parameter['type'], value: unknown): boolean =>
  type === 'date-range' && isBackwards(value);

function problemOfSize(parameter: Parameter, value: Scalar, stands?: string): Problem | undefined {
  const { type, min, max, maxLength = 1000 } = parameter;
  if (typeof value === 'string' && value.length > maxLength) return { kind: 'tooLong', most: maxLength };
  const { compare } = INPUT_TYPES[type];
  const [first, last] = endsOf(type, value);
  if (compare && min !== undefined && compare(first, min) < 0)
    return { kind: 'tooSmall', least: `${min}`, stands };
  if (compare && max !== undefined && compare(last, max) > 0)
    return { kind: 'tooLarge', most: `${max}`, stands };
  return undefined;
}

const listOf = (values: Scalar[]): InputValue =>
  values.every((one) => typeof one === 'number') ? values : values.map(String);
