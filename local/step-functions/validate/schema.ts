import aslValidator from 'asl-validator';
import type { Definition } from '../interpreter/definition.ts';
import { type Diagnostic, problem } from './diagnostic.ts';

/** What asl-validator finds: shapes of states, targets that do not exist, states that nothing reaches. */
export const schema = (definition: Definition): Diagnostic[] => {
  // The validator writes defaults into what it is given.
  const { errors } = aslValidator(structuredClone(definition));
  return errors.map((error) => problem(error['Error code'], error.Message));
};
