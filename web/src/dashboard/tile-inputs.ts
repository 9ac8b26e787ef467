import type { Inputs, InputValue, Tile } from '@readout/runtime/contracts.ts';

/**
 * What a tile's report is run with: its fixed inputs and its share of the form's. An empty shared input is left out, so
 * that the report's own default holds.
 */
export function tileInputs({ inputs, shared }: Pick<Tile, 'inputs' | 'shared'>, given: Inputs): Inputs {
  const own = Object.entries(shared).flatMap(([name, from]) => {
    const value = given[from];
    return value === undefined || isNothing(value) ? [] : [[name, value] as const];
  });
  return { ...inputs, ...Object.fromEntries(own) };
}

const isNothing = (value: InputValue): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two tiles ask the same, in whatever order their inputs stand. */
export const sameInputs = (one: Inputs, other: Inputs): boolean => textOf(one) === textOf(other);

const textOf = (inputs: Inputs): string =>
  JSON.stringify(Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1)));
