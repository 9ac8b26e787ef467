import type { z } from 'zod';
import { InvalidMessage } from './errors.ts';

/** The value as the schema describes it. Throws InvalidMessage that says which field is wrong and why. */
export const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') || 'the message';
  throw new InvalidMessage(`${place}: ${issue?.message ?? 'is not as described'}`);
};

/** The value that a JSON text stands for; an absent text counts as not JSON. Throws InvalidMessage. */
export const parseJson = (text: string | null | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new InvalidMessage('The message is not JSON.');
  }
};
