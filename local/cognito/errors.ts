import { ServiceError } from '../protocol/service-error.ts';

/** The exceptions of Cognito user pools, in the service's own words. */
const exception = (name: string) => (message: string) => new ServiceError(name, message);

export const invalidParameter = exception('InvalidParameterException');
export const notAuthorized = exception('NotAuthorizedException');
export const resourceNotFound = exception('ResourceNotFoundException');

const userNotFound = exception('UserNotFoundException');
export const noSuchUser = () => userNotFound('User does not exist.');
export const noSuchUserOfClient = () => userNotFound('Username/client id combination not found.');
export const noSuchPool = (id: string) => resourceNotFound(`User pool ${id} does not exist.`);
export const noSuchClient = (id: string) => resourceNotFound(`User pool client ${id} does not exist.`);
export const noSuchGroup = () => resourceNotFound('Group not found.');

export const wrongPassword = () => notAuthorized('Incorrect username or password.');
export const lockedOut = () => notAuthorized('Password attempts exceeded');
export const userNotConfirmed = () => exception('UserNotConfirmedException')('User is not confirmed.');
export const invalidSession = () => notAuthorized('Invalid session for the user.');
export const attemptLimitExceeded = () =>
  exception('LimitExceededException')('Attempt limit exceeded, please try after some time.');

export const codeMismatch = () =>
  exception('CodeMismatchException')('Invalid verification code provided, please try again.');
export const expiredCode = () =>
  exception('ExpiredCodeException')('Invalid code provided, please request a code again.');

export const usernameExists = exception('UsernameExistsException');
export const aliasExists = () =>
  exception('AliasExistsException')('An account with the given email already exists.');
export const groupExists = () => exception('GroupExistsException')('A group with the name already exists.');
export const passwordRefused = (reason: string) =>
  exception('InvalidPasswordException')(`Password did not conform with policy: ${reason}`);
export const unsupportedOperation = exception('UnsupportedOperationException');
export const unsupportedTokenType = exception('UnsupportedTokenTypeException');
