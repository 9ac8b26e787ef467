import { ServiceError } from '../protocol/service-error.ts';

/** Refusals in the service's words. https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html */
export const noSuchMachine = (arn: string) =>
  new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);

export const noSuchExecution = (arn: string) =>
  new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);

export const executionExists = (arn: string) =>
  new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);

export const invalidArn = (arn: unknown) => new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`);

export const invalidName = (name: unknown) => new ServiceError('InvalidName', `Invalid Name: '${name}'`);

export const invalidInput = (why: string) =>
  new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);

export const invalidDefinition = (why: string) =>
  new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${why}'`);

export const wrongType = () =>
  new ServiceError(
    'StateMachineTypeNotSupported',
    'This operation is not supported by this type of state machine',
  );

export const invalidToken = () => new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");

export const taskGone = () =>
  new ServiceError('TaskTimedOut', 'Task Timed Out: Provided task does not exist anymore');
