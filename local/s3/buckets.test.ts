import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type TestBucket, testBucket } from './test-bucket.ts';

let bucket: TestBucket;
beforeEach(async () => {
  bucket = await testBucket();
});
afterEach(() => bucket.close());

const Bucket = 'docs';
const put = (Key: string, Body = Key) => bucket.client.send(new PutObjectCommand({ Bucket, Key, Body }));

describe('listings', () => {
  const keys = ['a', 'b/1', 'b/2', 'b/c/3', 'b-4', 'd é&.sql'];
  beforeEach(async () => {
    for (const key of keys) await put(key);
    await writeFile(join(bucket.folder, '.hidden'), '');
  });

  it('give every key in the order of its bytes, page by page', async () => {
    const pages = paginateListObjectsV2({ client: bucket.client, pageSize: 2 }, { Bucket });
    const found: (string | undefined)[][] = [];
    for await (const { Contents = [] } of pages) found.push(Contents.map(({ Key }) => Key));
    expect(found).toEqual([
      ['a', 'b-4'],
      ['b/1', 'b/2'],
      ['b/c/3', 'd é&.sql'],
    ]);
  });

  it('fold keys at the delimiter, over pages too', async () => {
    const list = (more: object) =>
      bucket.client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', ...more }));
    const first = await list({ MaxKeys: 3 });
    expect([first.Contents?.map(({ Key }) => Key), first.CommonPrefixes, first.KeyCount]).toEqual([
      ['a', 'b-4'],
      [{ Prefix: 'b/' }],
      3,
    ]);
    const second = await list({ ContinuationToken: first.NextContinuationToken });
    expect([second.Contents?.map(({ Key }) => Key), second.CommonPrefixes, second.IsTruncated]).toEqual([
      ['d é&.sql'],
      undefined,
      false,
    ]);
    const below = await list({ Prefix: 'b/', StartAfter: 'b/1' });
    expect([below.Contents?.map(({ Key }) => Key), below.CommonPrefixes]).toEqual([
      ['b/2'],
      [{ Prefix: 'b/c/' }],
    ]);
  });

  it('exist in the first version, and as versions of which there is one each', async () => {
    const first = await bucket.client.send(new ListObjectsCommand({ Bucket, Marker: 'b/2', MaxKeys: 1 }));
    expect([first.Contents?.map(({ Key }) => Key), first.IsTruncated]).toEqual([['b/c/3'], true]);
    const { Versions } = await bucket.client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'b/c' }));
    expect(Versions).toMatchObject([{ Key: 'b/c/3', VersionId: 'null', IsLatest: true, Size: 5 }]);
  });

  it('refuse a token that S3 never gave', async () => {
    const made = new ListObjectsV2Command({ Bucket, ContinuationToken: '%%' });
    await expect(bucket.client.send(made)).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it('turn a prefix into the files that COPY reads', async () => {
    expect(await bucket.s3.localPaths('s3://docs/b/')).toEqual(
      ['b/1', 'b/2', 'b/c/3'].map((key) => join(bucket.folder, key)),
    );
    expect(await bucket.s3.localPaths('s3://docs/b/1')).toEqual([join(bucket.folder, 'b/1')]);
    expect(await bucket.s3.localPaths('s3://docs/z')).toEqual([]);
    await expect(bucket.s3.localPaths('s3://other/b')).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

it('takes and clears what UNLOAD writes', async () => {
  const local = join(bucket.folder, '..', 'unloaded');
  await writeFile(local, 'a|b');
  await bucket.s3.store('s3://docs/out/000', local);
  const { Body, ContentLength } = await bucket.client.send(new GetObjectCommand({ Bucket, Key: 'out/000' }));
  expect([await Body?.transformToString(), ContentLength]).toEqual(['a|b', 3]);
  expect(bucket.events).toContainEqual(expect.objectContaining({ key: 'out/000' }));
  await bucket.s3.clear('s3://docs/out/');
  expect(await bucket.s3.localPaths('s3://docs/out/')).toEqual([]);
  await expect(bucket.s3.store('s3://other/x', local)).rejects.toMatchObject({ name: 'NoSuchBucket' });
});

describe('buckets', () => {
  it('are listed, located and known to be versioned or not', async () => {
    bucket.s3.createBucket({ name: 'templates', versioned: true });
    const { Buckets } = await bucket.client.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['docs', 'templates']);
    const location = await bucket.client.send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBe('eu-west-1');
    const versioning = (name: string) => bucket.client.send(new GetBucketVersioningCommand({ Bucket: name }));
    expect((await versioning('templates')).Status).toBe('Enabled');
    expect((await versioning('docs')).Status).toBeUndefined();
    await bucket.client.send(new HeadBucketCommand({ Bucket }));
    await expect(bucket.client.send(new HeadBucketCommand({ Bucket: 'absent' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('can be read-only', async () => {
    await put('a');
    bucket.s3.createBucket({ name: 'data', folder: bucket.folder, readOnly: true });
    const read = await bucket.client.send(new GetObjectCommand({ Bucket: 'data', Key: 'a' }));
    expect(await read.Body?.transformToString()).toBe('a');
    const write = new PutObjectCommand({ Bucket: 'data', Key: 'a', Body: 'b' });
    await expect(bucket.client.send(write)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(await readFile(join(bucket.folder, 'a'), 'utf8')).toBe('a');
  });

  it('can keep its files: they are written and read, but not deleted', async () => {
    bucket.s3.createBucket({ name: 'data', folder: bucket.folder, keepsFiles: true });
    const file = { Bucket: 'data', Key: 'a' };
    await bucket.client.send(new PutObjectCommand({ ...file, Body: 'b' }));
    await expect(bucket.client.send(new DeleteObjectCommand(file))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    expect(await readFile(join(bucket.folder, 'a'), 'utf8')).toBe('b');
    await bucket.client.send(new DeleteObjectCommand({ ...file, Key: 'not-there' }));
  });

  it.each(['docs.localhost', 'docs.localhost:4566', 'docs.s3.localhost', 'docs.s3.eu-west-1.amazonaws.com'])(
    'are addressed by the host %s',
    async (host) => {
      await put('b/1');
      const { status, body } = await bucket.s3.handle({
        method: 'GET',
        url: new URL('http://any/b/1'),
        headers: { host },
        body: Buffer.alloc(0),
        caller: { arn: 'arn:aws:iam::000000000000:user/u' },
      });
      expect([status, `${body}`]).toEqual([200, 'b/1']);
    },
  );

  it('name the operation that is not emulated', async () => {
    const answer = await fetch(`${bucket.server.endpoint}/docs?policy`);
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain('<Message>not emulated: S3 GET on bucket with ?policy</Message>');
  });
});

describe('multipart uploads', () => {
  const Key = 'big';
  const part = (UploadId: string | undefined, PartNumber: number, Body: string) =>
    bucket.client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  const complete = (UploadId: string | undefined, Parts: { PartNumber: number; ETag?: string }[]) =>
    bucket.client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
    );
  const begin = async () =>
    (await bucket.client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'text/plain' })))
      .UploadId;

  it('become one object of their parts in order', async () => {
    const id = await begin();
    const second = await part(id, 2, 'end');
    const first = await part(id, 1, 'x'.repeat(5 * 1024 * 1024));
    await expect(
      complete(id, [
        { PartNumber: 2, ETag: second.ETag },
        { PartNumber: 1, ETag: first.ETag },
      ]),
    ).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await complete(id, [
      { PartNumber: 1, ETag: first.ETag },
      { PartNumber: 2, ETag: second.ETag },
    ]);
    const head = await bucket.client.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ContentLength: 5 * 1024 * 1024 + 3, ContentType: 'text/plain' });
    expect(head.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect((await readFile(join(bucket.folder, Key))).subarray(-4).toString()).toBe('xend');
  });

  it('refuse a part too small, a part that never came and an upload that was aborted', async () => {
    const id = await begin();
    const parts = await Promise.all([part(id, 1, 'a'), part(id, 2, 'b')]);
    const named = parts.map(({ ETag }, index) => ({ PartNumber: index + 1, ETag }));
    await expect(complete(id, named)).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete(id, [{ PartNumber: 3, ETag: '"x"' }])).rejects.toMatchObject({
      name: 'InvalidPart',
    });
    await bucket.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: id }));
    await expect(part(id, 1, 'a')).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe('presigned URLs', () => {
  it('read until they expire', async () => {
    await put('a');
    const command = new GetObjectCommand({ Bucket, Key: 'a', ResponseContentDisposition: 'attachment' });
    const url = await getSignedUrl(bucket.client, command, {
      expiresIn: 60,
      signingDate: new Date('2026-01-01T00:00:00Z'),
    });
    bucket.setTime('2026-01-01T00:01:00Z');
    const answer = await fetch(url);
    expect([await answer.text(), answer.headers.get('content-disposition')]).toEqual(['a', 'attachment']);
    bucket.setTime('2026-01-01T00:01:01Z');
    const late = await fetch(url);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  });

  it('of Signature Version 2 read until they expire', async () => {
    await put('a');
    const read = () =>
      fetch(`${bucket.server.endpoint}/docs/a?AWSAccessKeyId=local&Signature=x&Expires=1767225600`);
    bucket.setTime('2026-01-01T00:00:00Z');
    expect(await (await read()).text()).toBe('a');
    bucket.setTime('2026-01-01T00:00:01Z');
    expect((await read()).status).toBe(403);
  });

  it('write, with the attributes that were signed', async () => {
    const { client } = bucket;
    client.config.requestChecksumCalculation = async () => 'WHEN_REQUIRED';
    const command = new PutObjectCommand({ Bucket, Key: 'up', Metadata: { by: 'link' } });
    const answer = await fetch(await getSignedUrl(client, command), { method: 'PUT', body: 'content' });
    expect(answer.status).toBe(200);
    const { Metadata, Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'up' }));
    expect([Metadata, await Body?.transformToString()]).toEqual([{ by: 'link' }, 'content']);
  });
});
