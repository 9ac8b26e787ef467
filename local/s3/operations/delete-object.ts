import type { Bucket } from '../buckets.ts';
import { s3Error } from '../errors.ts';
import type { Objects } from '../objects.ts';
import { type S3Operation, versionHeader } from '../operation.ts';

export const deleteObject: S3Operation =
  ({ buckets, objects }) =>
  async ({ bucket: name, key, query }) => {
    const bucket = buckets.getForWriting(name);
    await deleteKey(objects, bucket, key, query.get('versionId'));
    return { status: 204, headers: versionHeader(bucket) };
  };

/** Deletes one key; a key that is not there is deleted already. Throws NoSuchVersion for any version but `null`, AccessDenied where files are kept. */
export const deleteKey = async (
  objects: Objects,
  bucket: Bucket,
  key: string,
  versionId?: string | null,
): Promise<void> => {
  if (versionId && versionId !== 'null') throw s3Error('NoSuchVersion');
  const existed = await objects.find(bucket, key);
  if (existed && bucket.keepsFiles)
    throw s3Error('AccessDenied', `${bucket.name} is a folder of the project: delete ${key} there.`);
  await objects.delete(bucket, key);
  if (existed) bucket.notify?.({ eventName: 'ObjectRemoved:Delete', bucket: bucket.name, key });
};
