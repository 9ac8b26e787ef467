import { InternalError, isKnown, type KnownError, Unavailable } from './errors.ts';
import type { Log } from './logger.ts';

/** Names and codes under which the AWS SDK reports that a service was slow, busy or out of reach. */
const PASSING = new Set([
  'ThrottlingException',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'TransactionConflictException',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]);

/** Whether an error of an AWS client may be gone when it is tried again. */
export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { name, code = '', $fault } = error as Error & { code?: string; $fault?: string };
  return PASSING.has(name) || PASSING.has(code) || $fault === 'server';
};

/**
 * What the client is told of an error: a known one as it is, Unavailable where waiting helps, InternalError for all
 * else. Whatever was not known before goes whole into the log.
 */
export const failureOf = (error: unknown, log: Log): KnownError => {
  if (isKnown(error)) return error;
  log.error('An unexpected error ended the request.', error instanceof Error ? error : { error });
  return isPassing(error)
    ? new Unavailable('A service did not answer in time. Try again in a moment.')
    : new InternalError('Something went wrong on our side.');
};
