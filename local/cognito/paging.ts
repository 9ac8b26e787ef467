import { invalidParameter } from './errors.ts';

/** A slice of `items` after `token`, and the token of the next one. `limit` is 1 to 60, as everywhere in the service. */
export const page = <T>(items: T[], limit = 60, token?: string): { items: T[]; next?: string } => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 60)
    throw invalidParameter('1 validation error detected: limit must be from 1 to 60');
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0 || (token !== undefined && start >= items.length))
    throw invalidParameter('Invalid pagination token.');
  const end = start + limit;
  return {
    items: items.slice(start, end),
    next: end < items.length ? Buffer.from(String(end)).toString('base64url') : undefined,
  };
};
