import aslValidator from 'asl-validator';
import type { Definition } from '../interpreter/definition.ts';
import { type Diagnostic, problem } from './diagnostic.ts';

/** What asl-validator finds: shapes of states, targets that do not exist, states that nothing reaches. */
export const schema = (definition: Definition): Diagnostic[] => {
  const { errors } = aslValidator(readable(definition));
  return errors.map((error) => problem(error['Error code'], error.Message));
};

/**
 * A copy, since the validator writes defaults into what it is given. Its patterns want every string to have a character
 * and no line break, which AWS does not.
 */
const readable = (definition: Definition): Definition =>
  JSON.parse(JSON.stringify(definition), (_key, value) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ') || ' ' : value,
  );
