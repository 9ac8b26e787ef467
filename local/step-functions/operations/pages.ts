import { invalidToken } from '../errors.ts';

/** One page of a list. `nextToken` holds the offset of the next one; a made-up token is refused. */
export const page = <T>(
  items: T[],
  { maxResults = 0, nextToken }: { maxResults?: number; nextToken?: string },
): { items: T[]; nextToken?: string } => {
  const start = nextToken === undefined ? 0 : offset(nextToken);
  const end = start + (maxResults || 100);
  return { items: items.slice(start, end), ...(end < items.length && { nextToken: token(end) }) };
};

const token = (offsetInList: number): string => Buffer.from(`offset:${offsetInList}`).toString('base64url');

const offset = (nextToken: string): number => {
  const match = /^offset:(\d+)$/.exec(Buffer.from(nextToken, 'base64url').toString());
  if (!match) throw invalidToken();
  return Number(match[1]);
};
