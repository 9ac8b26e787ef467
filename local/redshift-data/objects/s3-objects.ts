import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchBucket,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { cutUri, type ObjectSource } from './object-source.ts';

/** Objects that are fetched into a folder of their own; `close` deletes it. */
export interface FetchedObjects extends ObjectSource {
  close(): Promise<void>;
}

/** An S3 API elsewhere, path style. Credentials are those of the environment; made-up ones where it has none. */
export const s3Objects = async (endpoint: string, region: string): Promise<FetchedObjects> => {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    ...(process.env.AWS_ACCESS_KEY_ID || process.env.AWS_PROFILE ? {} : { credentials: madeUp }),
  });
  const folder = await mkdtemp(join(tmpdir(), 'redshift-data-s3-'));
  const objectsOf = (s3Uri: string) => listObjects(client, cutUri(s3Uri));
  return {
    localPaths: async (s3Uri) => {
      const { bucket } = cutUri(s3Uri);
      const paths: string[] = [];
      for (const { Key, ETag } of await objectsOf(s3Uri)) {
        // The file keeps its name, which tells its kind; an object that did not change is fetched once.
        const path = join(folder, hash(`${bucket}/${Key}/${ETag}`), basename(Key));
        if (!existsSync(path)) await fetchTo(path, client, bucket, Key);
        paths.push(path);
      }
      return paths;
    },
    store: async (s3Uri, localFile) => {
      const { bucket, key } = cutUri(s3Uri);
      const { size } = await stat(localFile);
      const body = { Body: createReadStream(localFile), ContentLength: size };
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, ...body }));
    },
    clear: async (s3UriPrefix) => {
      const { bucket } = cutUri(s3UriPrefix);
      for (const { Key } of await objectsOf(s3UriPrefix)) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
    },
    close: async () => {
      client.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const madeUp = { accessKeyId: 'local', secretAccessKey: 'local' };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const fetchTo = async (path: string, client: S3Client, Bucket: string, Key: string): Promise<void> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  await pipeline(Body as Readable, createWriteStream(unfinished));
  await rename(unfinished, path);
};

const listObjects = async (client: S3Client, { bucket, key }: { bucket: string; key: string }) => {
  const objects: { Key: string; ETag?: string }[] = [];
  try {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: key })) {
      for (const { Key = '', ETag } of page.Contents ?? [])
        if (!Key.endsWith('/')) objects.push({ Key, ETag });
    }
  } catch (error) {
    if (error instanceof NoSuchBucket) return [];
    throw error;
  }
  return objects;
};
