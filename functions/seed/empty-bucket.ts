import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Log } from '@readout/runtime/logger.ts';
import { deleteObjects } from './place-files.ts';

/** Deletes every version of every object: a bucket that holds one cannot be deleted. A bucket that is gone is empty. */
export async function emptyBucket(objects: S3Client, bucket: string, log: Log): Promise<void> {
  for (;;) {
    const versions = await versionsIn(objects, bucket);
    if (versions.length === 0) break;
    await deleteObjects(objects, bucket, versions);
    log.info(`Deleted ${versions.length} versions from ${bucket}.`);
  }
  log.info(`${bucket} is empty.`);
}

/** The first page of them: deleting brings up the next. */
async function versionsIn(objects: S3Client, bucket: string) {
  try {
    const { Versions = [], DeleteMarkers = [] } = await objects.send(
      new ListObjectVersionsCommand({ Bucket: bucket }),
    );
    return [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchBucket') return [];
    throw error;
  }
}
