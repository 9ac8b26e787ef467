import { listBucket, listedObject } from '../list-bucket.ts';
import { type S3Operation, xmlResponse } from '../operation.ts';

/** Every object has exactly one version, `null`. */
export const listObjectVersions: S3Operation =
  (context) =>
  async ({ bucket, query }) => {
    const keyMarker = query.get('key-marker') ?? '';
    const page = await listBucket(context, context.buckets.get(bucket), query, keyMarker);
    return xmlResponse('ListVersionsResult', {
      ...page.shared,
      KeyMarker: page.encode(keyMarker),
      ...(page.next === undefined
        ? {}
        : { NextKeyMarker: page.encode(page.next), NextVersionIdMarker: 'null' }),
      Version: page.objects.map((object) => ({
        ...listedObject(object, page.encode),
        VersionId: 'null',
        IsLatest: true,
      })),
    });
  };
