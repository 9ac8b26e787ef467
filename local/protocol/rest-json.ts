import { randomUUID } from 'node:crypto';
import type { ServiceResponse } from '../service.ts';
import { ServiceError } from './service-error.ts';

/** A JSON answer of a REST API of AWS. */
export const restJson = (
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): ServiceResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), ...headers },
  body: JSON.stringify(value),
});

/** Any thrown value as such an API reports it: the name in a header, the message in the body. */
export const restJsonError = (error: unknown): ServiceResponse => {
  const known = error instanceof ServiceError ? error : internalFailure(error);
  return restJson(
    known.status,
    { message: known.message, Message: known.message, ...known.members },
    { 'x-amzn-errortype': known.name },
  );
};

const internalFailure = (error: unknown): ServiceError => {
  console.error(error);
  return new ServiceError('ServiceException', 'An internal error occurred.', 500);
};
