import { join } from 'node:path';
import type { Bucket, Buckets } from './buckets.ts';
import { listKeys } from './list-keys.ts';
import { type S3Context, written } from './operation.ts';

/** What COPY and UNLOAD do with `s3://` addresses, without a request. Each throws NoSuchBucket. */
export interface S3Addresses {
  /** The files behind `s3://bucket/prefix`, in the order of their keys; empty when there is none. */
  localPaths(s3Uri: string): Promise<string[]>;
  /** Makes the bytes of a local file an object. */
  store(s3Uri: string, localFile: string): Promise<void>;
  /** Deletes every object under a prefix. */
  clear(s3Uri: string): Promise<void>;
}

export const s3Addresses = ({ buckets, objects }: S3Context): S3Addresses => ({
  localPaths: async (s3Uri) => {
    const { bucket, key } = placeOf(buckets, s3Uri);
    return (await listKeys(bucket.folder, key)).map((found) => join(bucket.folder, found));
  },
  store: async (s3Uri, localFile) => {
    const { bucket, key } = placeOf(buckets, s3Uri);
    written(bucket, await objects.putFile(bucket, key, localFile), 'ObjectCreated:Put');
  },
  clear: async (s3Uri) => {
    const { bucket, key } = placeOf(buckets, s3Uri);
    for (const found of await listKeys(bucket.folder, key)) {
      await objects.delete(bucket, found);
      bucket.notify?.({ eventName: 'ObjectRemoved:Delete', bucket: bucket.name, key: found });
    }
  },
});

const placeOf = (buckets: Buckets, s3Uri: string): { bucket: Bucket; key: string } => {
  const [, name, key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(s3Uri) ?? [];
  if (!name) throw new Error(`${JSON.stringify(s3Uri)} is not s3://bucket/prefix`);
  return { bucket: buckets.get(name), key };
};
