import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';

const Manifest = z.object({
  /** The objects that the last deployment put into the template bucket. */
  templates: z.array(z.string()),
  /** The scripts that have run, by key, and a hash of all that decides what they do. */
  scripts: z.record(z.string(), z.string()),
});

/** What a deployment leaves behind, so that the next one does only what has changed. */
export type Manifest = z.infer<typeof Manifest>;

const KEY = 'seed/manifest.json';

export async function readManifest(objects: S3Client, bucket: string): Promise<Manifest> {
  try {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket: bucket, Key: KEY }));
    return Manifest.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return { templates: [], scripts: {} };
    throw error;
  }
}

export async function writeManifest(objects: S3Client, bucket: string, manifest: Manifest): Promise<void> {
  const Body = JSON.stringify(manifest, null, 2);
  await objects.send(
    new PutObjectCommand({ Bucket: bucket, Key: KEY, Body, ContentType: 'application/json' }),
  );
}
