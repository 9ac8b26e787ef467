import type { Inputs, InputValue } from './contracts.ts';
import { isEmpty } from './report/judge-input.ts';

/** Inputs in a query string: repeating a name makes a list. */
export const inputsFromQuery = (query: Record<string, string[] | undefined>): Inputs =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, values]) => {
      const value = values?.length === 1 ? values[0] : values;
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** What a person chose, from inputs that the report has accepted: without the fields that were left empty. */
export const chosenInputs = (accepted: object): Inputs =>
  Object.fromEntries(
    Object.entries(accepted).filter((entry): entry is [string, InputValue] => !isEmpty(entry[1])),
  );
