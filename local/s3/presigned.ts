import { s3Error } from './errors.ts';

/** A presigned URL lives at most a week (Amazon S3 User Guide, "Sharing objects with presigned URLs"). */
const maximumSeconds = 604_800;

/** Query words of a URL presigned with Signature Version 2, as the AWS CLI 1 still does for us-east-1. */
export const version2Words = ['AWSAccessKeyId', 'Signature', 'Expires'];

/** Refuses a presigned URL out of its time; any other request passes. Signatures are not verified locally. */
export const checkExpiry = (query: URLSearchParams, now: Date): void => {
  const expiresAt = query.has('X-Amz-Algorithm')
    ? version4Expiry(query)
    : query.has('AWSAccessKeyId')
      ? Number(query.get('Expires')) * 1000
      : Number.POSITIVE_INFINITY;
  if (!(now.getTime() <= expiresAt)) throw s3Error('AccessDenied', 'Request has expired');
};

const version4Expiry = (query: URLSearchParams): number => {
  const signedAt = parseAmzDate(query.get('X-Amz-Date') ?? '');
  const seconds = Number(query.get('X-Amz-Expires') ?? Number.NaN);
  if (Number.isNaN(signedAt) || Number.isNaN(seconds))
    throw s3Error('AccessDenied', 'Query-string authentication requires X-Amz-Date and X-Amz-Expires.');
  if (seconds > maximumSeconds)
    throw s3Error('InvalidArgument', 'X-Amz-Expires must be less than a week (in seconds) that is 604800');
  return signedAt + seconds * 1000;
};

/** `20151231T235959Z` in milliseconds, or NaN. */
const parseAmzDate = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
