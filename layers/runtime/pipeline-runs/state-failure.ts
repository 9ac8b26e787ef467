import { z } from 'zod';
import type { ErrorDetail, ErrorName } from '../contracts.ts';
import { ERRORS } from '../errors.ts';

/** What a Catch of the workflow hands on: `$states.errorOutput`. */
export const StateFailure = z.object({ Error: z.string(), Cause: z.string().optional() });
export type StateFailure = z.output<typeof StateFailure>;

/** Of Lambda's own errors, those that time may take away; the workflow has tried again before. */
const PASSING = /^(Lambda\.|Sandbox\.|States\.HeartbeatTimeout$)/;

/**
 * What people are told of an error in the workflow. One that a function has thrown is told as it is (`asState` has made
 * its message JSON); what is not known stays in the execution's history.
 */
export function detailOfState({ Error: name, Cause = '' }: StateFailure): ErrorDetail {
  if (name === 'States.Timeout')
    return { name: 'TimedOut', message: 'The script took longer than its pipeline allows, and was stopped.' };
  if (PASSING.test(name))
    return { name: 'Unavailable', message: 'A service did not answer in time. Try again in a moment.' };
  if (!Object.hasOwn(ERRORS, name))
    return { name: 'InternalError', message: 'Something went wrong on our side.' };
  return { name: name as ErrorName, message: messageIn(Cause) };
}

/** Lambda's Cause is `{"errorMessage":"{\"message\":…}"}`; that of a released token is the message itself. */
function messageIn(cause: string): string {
  try {
    return String(JSON.parse(JSON.parse(cause).errorMessage).message);
  } catch {
    return cause;
  }
}
