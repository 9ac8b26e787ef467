import { createHash } from 'node:crypto';

/**
 * A UUID made of what it stands for, so that the same asked again has the same id. Version 8, whose bits are anybody's own:
 * RFC 9562, section 5.8.
 */
export const derivedId = (...what: unknown[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(what)).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};
