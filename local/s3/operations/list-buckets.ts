import { type S3Operation, xmlResponse } from '../operation.ts';

export const listBuckets: S3Operation =
  ({ buckets }) =>
  async () =>
    xmlResponse('ListAllMyBucketsResult', {
      Owner: { ID: 'local' },
      Buckets: {
        Bucket: buckets.all().map(({ name, createdAt }) => ({
          Name: name,
          CreationDate: createdAt.toISOString(),
        })),
      },
    });
