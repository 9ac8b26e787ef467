import { InvalidInput } from './errors.ts';

/** Enough digits for any number of changes that a table can count exactly. */
const DIGITS = 15;

/**
 * The place of a change among all changes of its owner's runs, by its number: later changes sort later as text. It is
 * no time, because clocks differ and jump.
 */
export const cursorAt = (change: number): string => String(change).padStart(DIGITS, '0');

/** The place before every change: what a person without runs is given to ask `since`. */
export const FIRST_CURSOR = cursorAt(0);

const shape = new RegExp(`^\\d{${DIGITS}}$`);

/** Throws InvalidInput for a text that is no cursor. */
export const checkCursor = (cursor: string, field = 'since'): string => {
  if (!shape.test(cursor)) throw new InvalidInput(field, 'It must be a cursor that an earlier answer gave.');
  return cursor;
};
