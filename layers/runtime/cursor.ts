import { InvalidInput } from './errors.ts';

/** The place before every change: what a person without runs is given to ask `since`. */
export const FIRST_CURSOR = '1970-01-01T00:00:00.000Z#';

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[0-9a-f-]*$/;

/** The place of a change among all changes of its owner's runs; later changes sort later as text. */
export const cursorAt = (at: Date, runId: string): string => `${at.toISOString()}#${runId}`;

/** Throws InvalidInput for a text that is no cursor. */
export const checkCursor = (since: string): string => {
  if (!shape.test(since)) throw new InvalidInput('since', 'It must be a cursor that an earlier answer gave.');
  return since;
};
