import { keptHeaders } from '../attributes.ts';
import { pathForWriting } from '../keys.ts';
import { type S3Operation, xmlResponse } from '../operation.ts';

export const createMultipartUpload: S3Operation =
  ({ buckets, uploads }) =>
  async ({ bucket, key, headers }) => {
    await pathForWriting(buckets.getForWriting(bucket).folder, key);
    const id = await uploads.create({ bucket, key, headers: keptHeaders(headers) });
    return xmlResponse('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: id });
  };
