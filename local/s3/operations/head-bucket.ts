import type { S3Operation } from '../operation.ts';

export const headBucket: S3Operation =
  ({ buckets, region }) =>
  async ({ bucket }) => {
    buckets.get(bucket);
    return { status: 200, headers: { 'x-amz-bucket-region': region } };
  };
