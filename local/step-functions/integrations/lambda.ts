import { ServiceError } from '../../protocol/service-error.ts';
import { StateError } from '../interpreter/state-error.ts';

/**
 * Invokes a function and waits for it. Payloads are JSON values; a workflow may also give text or a number as one. A function that threw is no rejection but a
 * `functionError` with `{ errorType, errorMessage, … }` as payload; a ServiceError is an error of Lambda itself.
 */
export type InvokeLambda = (
  functionArnOrName: string,
  payload: object,
) => Promise<{ payload: unknown; functionError?: string }>;

/** Names of `arn:aws:states:::lambda:invoke`'s arguments that are emulated. */
export const invokeArguments = ['FunctionName', 'Payload', 'InvocationType', 'Qualifier'];

/** The function's answer; its error surfaces under the class name it was thrown with. */
export const invokeFunction = async (
  invokeLambda: InvokeLambda,
  functionName: string,
  payload: unknown,
): Promise<unknown> => {
  const answer = await invokeLambda(functionName, payload as object).catch((error) => {
    throw error instanceof ServiceError ? lambdaError(error) : error;
  });
  if (answer.functionError === undefined) return answer.payload;
  const { errorType } = (answer.payload ?? {}) as { errorType?: string };
  if (errorType) throw new StateError(errorType, JSON.stringify(answer.payload));
  throw new StateError(
    'Lambda.Unknown',
    'The cause could not be determined because Lambda did not return an error type. ' +
      `Returned payload: ${JSON.stringify(answer.payload)}`,
  );
};

const lambdaError = ({ name, message, status }: ServiceError) =>
  new StateError(
    `Lambda.${name}`,
    `${message} (Service: AWSLambda; Status Code: ${status}; Error Code: ${name}; Proxy: null)`,
  );
