import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { BucketEvent } from './buckets.ts';
import { type TestBucket, testBucket } from './test-bucket.ts';

let bucket: TestBucket;
let heard: BucketEvent[];
let arrived: () => void = () => {};
beforeEach(async () => {
  bucket = await testBucket();
  heard = [];
  await writeFile(join(bucket.folder, 'old.sql'), 'select 1');
  await bucket.s3.watch('docs', (event) => {
    heard.push(event);
    arrived();
  });
});
afterEach(async () => {
  await bucket.s3.close?.();
  await bucket.close();
});

const inFolder = (name: string): string => join(bucket.folder, name);
/** Resolves once so many changes were told. */
const until = (count: number): Promise<void> =>
  new Promise((resolve) => {
    arrived = () => heard.length >= count && resolve();
    arrived();
  });

it('tells a file that is saved, with what it is now', async () => {
  await writeFile(inFolder('old.sql'), 'select 22');
  await until(1);
  expect(heard).toEqual([
    {
      eventName: 'ObjectCreated:Put',
      bucket: 'docs',
      key: 'old.sql',
      size: 9,
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ]);
});

it('tells a file in a new folder, and what is written to it later', async () => {
  await mkdir(inFolder('a/b'), { recursive: true });
  await writeFile(inFolder('a/b/new.sql'), 'select 1');
  await until(1);
  await writeFile(inFolder('a/b/new.sql'), 'select 2');
  await until(2);
  expect(heard.map(({ key }) => key)).toEqual(['a/b/new.sql', 'a/b/new.sql']);
});

it('tells a save by way of another file once, and one that changes nothing never', async () => {
  await writeFile(inFolder('.old.sql.swp'), 'select 2');
  await rename(inFolder('.old.sql.swp'), inFolder('old.sql'));
  await until(1);
  await utimes(inFolder('old.sql'), new Date(), new Date());
  await writeFile(inFolder('.hidden'), '');
  await writeFile(inFolder('end.sql'), '');
  await until(2);
  expect(heard.map(({ key }) => key)).toEqual(['old.sql', 'end.sql']);
});

it('tells a file that is deleted', async () => {
  await rm(inFolder('old.sql'));
  await until(1);
  expect(heard).toEqual([{ eventName: 'ObjectRemoved:Delete', bucket: 'docs', key: 'old.sql' }]);
});

it('tells what a request writes', async () => {
  await bucket.client.send(new PutObjectCommand({ Bucket: 'docs', Key: 'sent.sql', Body: 'select 3' }));
  await until(1);
  expect(heard).toMatchObject([{ eventName: 'ObjectCreated:Put', key: 'sent.sql' }]);
});
