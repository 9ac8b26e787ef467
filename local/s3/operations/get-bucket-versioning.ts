import { type S3Operation, xmlResponse } from '../operation.ts';

export const getBucketVersioning: S3Operation =
  ({ buckets }) =>
  async ({ bucket }) =>
    xmlResponse('VersioningConfiguration', buckets.get(bucket).versioned ? { Status: 'Enabled' } : {});
