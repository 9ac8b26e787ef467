import { z } from 'zod';

/** What was chosen, by name, in the body of a request or a message: what each must be is the report's or pipeline's to say. */
export const GivenInputs = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    error: 'expected an object of values by name',
  })
  .default({});
