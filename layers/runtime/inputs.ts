import type { Inputs, InputValue } from './contracts.ts';
import { InvalidInput, InvalidMessage } from './errors.ts';

/**
 * What a person typed, as a request carries it: texts, numbers, booleans and lists of texts or of numbers by name.
 * Whether they are what the report asks for is for `bind` to say. Throws InvalidInput that names the field.
 */
export const inputsFrom = (value: unknown): Inputs => {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidMessage('inputs: it must be an object of values by name');
  for (const [name, input] of Object.entries(value)) {
    if (!isInputValue(input))
      throw new InvalidInput(
        name,
        'It must be a text, a number, true or false, or a list of texts or of numbers.',
      );
  }
  return value as Inputs;
};

/** Inputs in a query string: repeating a name makes a list. */
export const inputsFromQuery = (query: Record<string, string[] | undefined>): Inputs =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, values]) => {
      const value = values?.length === 1 ? values[0] : values;
      return value === undefined ? [] : [[name, value]];
    }),
  );

const isInputValue = (value: unknown): value is InputValue =>
  isScalar(value) ||
  (Array.isArray(value) &&
    (value.every((item) => typeof item === 'string') || value.every((item) => typeof item === 'number')));

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
