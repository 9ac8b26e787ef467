import { type S3Operation, xmlResponse } from '../operation.ts';

/** us-east-1 answers an empty constraint, as it always has. */
export const getBucketLocation: S3Operation =
  ({ buckets, region }) =>
  async ({ bucket }) => {
    buckets.get(bucket);
    return xmlResponse('LocationConstraint', region === 'us-east-1' ? {} : { '#text': region });
  };
