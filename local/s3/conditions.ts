import { s3Error } from './errors.ts';
import type { StoredObject } from './objects.ts';

type Headers = Record<string, string | undefined>;

/** RFC 9110's preconditions of a read, in its order: true when the caller has this object already. Throws PreconditionFailed. */
export const isNotModified = (headers: Headers, { eTag, lastModified }: StoredObject): boolean => {
  const seconds = Math.floor(lastModified.getTime() / 1000) * 1000;
  if (headers['if-match'] !== undefined) {
    if (!names(headers['if-match'], eTag)) throw s3Error('PreconditionFailed');
  } else if (seconds > Date.parse(headers['if-unmodified-since'] ?? '')) throw s3Error('PreconditionFailed');
  return headers['if-none-match'] !== undefined
    ? names(headers['if-none-match'], eTag)
    : seconds <= Date.parse(headers['if-modified-since'] ?? '');
};

/** Conditional writes: `If-None-Match: *` creates only, `If-Match` replaces only. Throws PreconditionFailed, NoSuchKey. */
export const checkWriteConditions = (headers: Headers, existing: StoredObject | undefined): void => {
  if (headers['if-none-match'] !== undefined && existing) throw s3Error('PreconditionFailed');
  if (headers['if-match'] === undefined) return;
  if (!existing) throw s3Error('NoSuchKey');
  if (!names(headers['if-match'], existing.eTag)) throw s3Error('PreconditionFailed');
};

const names = (list: string, eTag: string): boolean =>
  list
    .split(',')
    .map((item) => item.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((item) => item === '*' || item === eTag);
