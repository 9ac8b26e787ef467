import {
  DeleteObjectsCommand,
  type ObjectIdentifier,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Log } from '@readout/runtime/logger.ts';
import type { SourceFile } from './files-under.ts';

interface Deps {
  objects: S3Client;
  log: Log;
}

/** One DeleteObjects takes no more. */
const MOST_DELETED = 1000;

/** Puts the files whose object is missing or has other content. */
export async function placeFiles({ objects, log }: Deps, bucket: string, files: SourceFile[]): Promise<void> {
  const present = await etagsIn(objects, bucket);
  const changed = files.filter(({ key, etag }) => present.get(key) !== etag);
  log.info(`${changed.length} of ${files.length} files are put into ${bucket}.`);
  for (const { key, body } of changed) {
    await objects.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    log.info(`Put ${key}, ${body.length} bytes.`);
  }
}

/** Deletes objects that an earlier deployment put; what others have put into the bucket stays. */
export async function removeObjects({ objects, log }: Deps, bucket: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  log.info(`Deleting ${keys.join(', ')} from ${bucket}.`);
  await deleteObjects(
    objects,
    bucket,
    keys.map((Key) => ({ Key })),
  );
}

/** Throws the first refusal: DeleteObjects itself succeeds even when it deleted nothing. */
export async function deleteObjects(
  objects: S3Client,
  bucket: string,
  all: ObjectIdentifier[],
): Promise<void> {
  for (let at = 0; at < all.length; at += MOST_DELETED) {
    const Delete = { Objects: all.slice(at, at + MOST_DELETED), Quiet: true };
    const { Errors } = await objects.send(new DeleteObjectsCommand({ Bucket: bucket, Delete }));
    const [refused] = Errors ?? [];
    if (refused)
      throw new Error(
        `${refused.Key} could not be deleted from ${bucket}: ${refused.Code} ${refused.Message}`,
      );
  }
}

async function etagsIn(objects: S3Client, bucket: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { Contents } of paginateListObjectsV2({ client: objects }, { Bucket: bucket }))
    for (const { Key = '', ETag = '' } of Contents ?? []) found.set(Key, ETag);
  return found;
}
