import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { serve, type TestServer } from '../protocol/test-server.ts';
import type { BucketEvent } from './buckets.ts';
import { createS3, type S3 } from './index.ts';

/** A bucket named `docs` over a fresh folder, its real SDK client, and a clock that stands still. */
export interface TestBucket {
  s3: S3;
  client: S3Client;
  server: TestServer;
  folder: string;
  events: BucketEvent[];
  setTime(iso: string): void;
  close(): Promise<void>;
}

export const testBucket = async (): Promise<TestBucket> => {
  const root = await mkdtemp(join(tmpdir(), 'readout-s3-'));
  let now = new Date();
  const s3 = createS3({ stateDir: join(root, 'state'), clock: { now: () => now }, region: 'eu-west-1' });
  const events: BucketEvent[] = [];
  const { folder } = s3.createBucket({
    name: 'docs',
    folder: join(root, 'docs'),
    notify: (event) => events.push(event),
  });
  const server = await serve(s3);
  const client = new S3Client({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    s3,
    client,
    server,
    folder,
    events,
    setTime: (iso) => {
      now = new Date(iso);
    },
    close: async () => {
      client.destroy();
      await server.close();
      await rm(root, { recursive: true });
    },
  };
};
