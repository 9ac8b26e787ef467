import { keptHeaders } from '../attributes.ts';
import { md5, verifyContent } from '../checksums.ts';
import { checkWriteConditions } from '../conditions.ts';
import { type S3Operation, written } from '../operation.ts';

export const putObject: S3Operation =
  ({ buckets, objects }) =>
  async (request) => {
    const bucket = buckets.getForWriting(request.bucket);
    const checksums = verifyContent(request.content, request.headers);
    checkWriteConditions(request.headers, await objects.find(bucket, request.key));
    const object = await objects.put(bucket, request.key, request.content, {
      headers: keptHeaders(request.headers),
      checksums,
      eTag: md5(request.content),
    });
    return { status: 200, headers: written(bucket, object, 'ObjectCreated:Put') };
  };
