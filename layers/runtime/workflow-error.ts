import { failureOf } from './failure.ts';
import type { Log } from './logger.ts';

/**
 * A handler for a state of a workflow. Of an error, Lambda hands only name and message to Step Functions
 * (`{"errorType","errorMessage","trace"}` in the Cause), so the message of a known error is JSON:
 * `{"message","field"?,"at"?}`. The workflow matches the name and takes the message apart. An unknown error goes whole
 * into the log and is thrown as InternalError.
 */
export const asState =
  <Input, Output>({ log }: { log: Log }, act: (input: Input) => Promise<Output>) =>
  async (input: Input): Promise<Output> => {
    try {
      return await act(input);
    } catch (error) {
      const { name, message, field, at } = failureOf(error, log);
      throw Object.assign(new Error(JSON.stringify({ message, field, at })), { name });
    }
  };
