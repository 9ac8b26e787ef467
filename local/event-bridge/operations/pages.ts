import { ServiceError } from '../../protocol/service-error.ts';

/** One page of a list, 100 at most. `NextToken` holds the offset of the next one; a made-up token is refused. */
export const page = <T>(
  items: T[],
  { Limit = 100, NextToken }: { Limit?: number; NextToken?: string },
): { items: T[]; NextToken?: string } => {
  const start = NextToken === undefined ? 0 : offset(NextToken);
  const end = start + Limit;
  const next = Buffer.from(`offset:${end}`).toString('base64url');
  return { items: items.slice(start, end), ...(end < items.length && { NextToken: next }) };
};

const offset = (token: string): number => {
  const match = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!match) throw new ServiceError('ValidationException', 'Parameter NextToken is not valid.');
  return Number(match[1]);
};
