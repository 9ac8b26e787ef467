import { listBucket, listedObject } from '../list-bucket.ts';
import { type S3Operation, xmlResponse } from '../operation.ts';

/** The first version of the listing; NextMarker comes only with a delimiter, as in S3. */
export const listObjects: S3Operation =
  (context) =>
  async ({ bucket, query }) => {
    const marker = query.get('marker') ?? '';
    const page = await listBucket(context, context.buckets.get(bucket), query, marker);
    return xmlResponse('ListBucketResult', {
      ...page.shared,
      Marker: page.encode(marker),
      NextMarker: page.next !== undefined && query.get('delimiter') ? page.encode(page.next) : undefined,
      Contents: page.objects.map((object) => listedObject(object, page.encode)),
    });
  };
