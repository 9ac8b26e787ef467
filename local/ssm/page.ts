import { ServiceError } from '../protocol/service-error.ts';

/** One page of a list: the token is the position of the next. Throws InvalidNextToken. */
export const pageOf = <T>(
  list: T[],
  { MaxResults, NextToken }: { MaxResults?: number; NextToken?: string },
  maximum: number,
): { items: T[]; NextToken?: string } => {
  const start = NextToken === undefined ? 0 : Number(NextToken);
  if (!Number.isInteger(start) || start < 0 || start > list.length)
    throw new ServiceError('InvalidNextToken', 'The specified token is not valid.');
  const end = start + Math.min(MaxResults ?? maximum, maximum);
  return { items: list.slice(start, end), NextToken: end < list.length ? `${end}` : undefined };
};
