import { ServiceError } from '../protocol/service-error.ts';

/** One page of a list; the token is the place in it. */
export const page = <Item>(
  items: Item[],
  { MaxResults = '100', NextToken = '0' }: { MaxResults?: string; NextToken?: string },
): { items: Item[]; NextToken?: string } => {
  const [size, start] = [Number(MaxResults), Number(NextToken)];
  if (!(size >= 1 && size <= 100)) throw new ServiceError('ValidationException', 'MaxResults is 1 to 100.');
  if (!Number.isInteger(start)) throw new ServiceError('ValidationException', 'Invalid NextToken.');
  const end = start + size;
  return { items: items.slice(start, end), ...(end < items.length && { NextToken: String(end) }) };
};
