import type { S3Operation } from '../operation.ts';

export const abortMultipartUpload: S3Operation =
  ({ uploads }) =>
  async ({ bucket, key, query }) => {
    const id = query.get('uploadId') ?? '';
    await uploads.get(id, bucket, key);
    await uploads.delete(id);
    return { status: 204 };
  };
