import { s3Error } from '../errors.ts';
import { listBucket, listedObject } from '../list-bucket.ts';
import { type S3Operation, xmlResponse } from '../operation.ts';

export const listObjectsV2: S3Operation =
  (context) =>
  async ({ bucket, query }) => {
    const token = query.get('continuation-token');
    const startAfter = query.get('start-after');
    const after = token === null ? (startAfter ?? '') : decodeToken(token);
    const page = await listBucket(context, context.buckets.get(bucket), query, after);
    return xmlResponse('ListBucketResult', {
      ...page.shared,
      KeyCount: page.keys.length + page.commonPrefixes.length,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: page.next === undefined ? undefined : encodeToken(page.next),
      StartAfter: startAfter === null ? undefined : page.encode(startAfter),
      Contents: page.objects.map((object) => ({
        ...listedObject(object, page.encode),
        Owner: query.get('fetch-owner') === 'true' ? { ID: 'local' } : undefined,
      })),
    });
  };

const encodeToken = (last: string): string => Buffer.from(last).toString('base64url');

const decodeToken = (token: string): string => {
  const last = Buffer.from(token, 'base64url').toString('utf8');
  if (token === '' || encodeToken(last) !== token)
    throw s3Error('InvalidArgument', 'The continuation token provided is incorrect');
  return last;
};
