import type { Inputs, InputValue, Parameter, Tile } from '@readout/runtime/contracts.ts';
import { type FormValues, inputsFrom } from '../form/inputs.ts';

/** What the form gives all tiles: an input that is empty has the dashboard's default, where it has one. */
export function sharedInputs(parameters: Parameter[], values: FormValues): Inputs {
  const typed = inputsFrom(parameters, values);
  const filled = parameters.flatMap(({ name, default: fallback }) => {
    const value = typed[name];
    const given = value === undefined || isNothing(value) ? fallback : value;
    return given === undefined ? [] : [[name, given] as const];
  });
  return Object.fromEntries(filled);
}

/**
 * What a tile's report is run with: its fixed inputs and its share of the form's. Where the form gives nothing, the
 * report's own default holds.
 */
export function tileInputs({ inputs, shared }: Pick<Tile, 'inputs' | 'shared'>, given: Inputs): Inputs {
  const own = Object.entries(shared).flatMap(([name, from]) => {
    const value = given[from];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...inputs, ...Object.fromEntries(own) };
}

const isNothing = (value: InputValue): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two tiles ask the same, in whatever order their inputs stand. */
export const sameInputs = (one: Inputs, other: Inputs): boolean => textOf(one) === textOf(other);

const textOf = (inputs: Inputs): string =>
  JSON.stringify(Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1)));
