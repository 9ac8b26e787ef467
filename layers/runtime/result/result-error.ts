import { InvalidPage, ResultExpired } from '../errors.ts';

/**
 * What the Data API's refusal to give a result means. Throws ResultExpired for a result that is no longer kept (“…
 * has expired after …”, or a statement that is forgotten) and InvalidPage for a token that it did not make.
 */
export const resultError = (error: unknown, token: string | undefined): never => {
  const { name, message } = error as Error;
  const expired = name === 'ResourceNotFoundException' || /expired/i.test(message);
  if (expired && isRefusal(name))
    throw new ResultExpired('Redshift keeps a result for 24 hours. Run the report again.');
  if (token !== undefined && name === 'ValidationException')
    throw new InvalidPage('The page does not belong to this result.');
  throw error;
};

const isRefusal = (name: string): boolean =>
  name === 'ResourceNotFoundException' || name === 'ValidationException';
