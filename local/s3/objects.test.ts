import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type TestBucket, testBucket } from './test-bucket.ts';

const md5Of = (text: string) => createHash('md5').update(text).digest('hex');

let bucket: TestBucket;
beforeEach(async () => {
  bucket = await testBucket();
});
afterEach(() => bucket.close());

const Bucket = 'docs';
const put = (Key: string, Body: string) => bucket.client.send(new PutObjectCommand({ Bucket, Key, Body }));
const get = (Key: string, more: object = {}) =>
  bucket.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
const textOf = async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString();

describe('a file in the folder', () => {
  it('is an object at once, with the MD5 of what it holds now', async () => {
    await writeFile(join(bucket.folder, 'a.sql'), 'select 1');
    expect((await get('a.sql')).ETag).toBe(`"${md5Of('select 1')}"`);
    await writeFile(join(bucket.folder, 'a.sql'), 'select 22');
    const { ETag, LastModified, ContentLength, Body } = await get('a.sql');
    expect([ETag, ContentLength, await Body?.transformToString()]).toEqual([
      `"${md5Of('select 22')}"`,
      9,
      'select 22',
    ]);
    const { mtime } = await stat(join(bucket.folder, 'a.sql'));
    expect(LastModified?.getTime()).toBe(Math.floor(mtime.getTime() / 1000) * 1000);
  });

  it('loses the attributes of the object that it replaces', async () => {
    await bucket.client.send(
      new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', Metadata: { colour: 'red' } }),
    );
    await writeFile(join(bucket.folder, 'a'), 'yy');
    expect((await get('a')).Metadata).toEqual({});
  });
});

describe('PutObject', () => {
  it('writes the file and keeps its attributes out of the folder', async () => {
    const { ETag } = await bucket.client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'reports/täglich +1.sql',
        Body: 'select 1',
        ContentType: 'text/x-sql',
        CacheControl: 'no-cache',
        Metadata: { author: 'ada' },
      }),
    );
    expect(await readFile(join(bucket.folder, 'reports/täglich +1.sql'), 'utf8')).toBe('select 1');
    expect(ETag).toBe(`"${md5Of('select 1')}"`);
    expect(
      await bucket.client.send(new HeadObjectCommand({ Bucket, Key: 'reports/täglich +1.sql' })),
    ).toMatchObject({
      ContentType: 'text/x-sql',
      CacheControl: 'no-cache',
      Metadata: { author: 'ada' },
      ContentLength: 8,
    });
    expect(await bucket.s3.localPaths('s3://docs/')).toEqual([join(bucket.folder, 'reports/täglich +1.sql')]);
  });

  it('leaves a file of the same content untouched', async () => {
    await put('a', 'same');
    await utimes(join(bucket.folder, 'a'), 1000, 1000);
    await put('a', 'same');
    expect((await stat(join(bucket.folder, 'a'))).mtimeMs).toBe(1_000_000);
    await put('a', 'else');
    expect((await stat(join(bucket.folder, 'a'))).mtimeMs).not.toBe(1_000_000);
  });

  it('reads a streamed upload with its trailing checksum, and answers the checksum to a reader who asks', async () => {
    await bucket.client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'streamed',
        Body: Readable.from(['hello ', 'world']),
        ContentLength: 11,
      }),
    );
    expect(await textOf('streamed')).toBe('hello world');
    const { ChecksumCRC32, ContentEncoding } = await get('streamed', { ChecksumMode: 'ENABLED' });
    expect([ChecksumCRC32, ContentEncoding]).toEqual(['DUoRhQ==', undefined]);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'refuses content that is not what its %s says',
    async (algorithm) => {
      const wrong = { [`Checksum${algorithm}`]: 'AAAAAAAAAAA=' };
      await expect(
        bucket.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', ...wrong })),
      ).rejects.toMatchObject({ name: 'BadDigest' });
      await expect(get('a')).rejects.toMatchObject({ name: 'NoSuchKey' });
    },
  );

  it.each([
    ['ChecksumCRC32', 'y/Q5Jg=='],
    ['ChecksumCRC32C', '4waSgw=='],
    ['ChecksumCRC64NVME', 'rosUhgp5mIg='],
    ['ChecksumSHA1', '98O8HYCOBHMq32eZZczDTKeuNEE='],
    ['ChecksumSHA256', 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU='],
  ])('accepts and gives back the published %s of 123456789', async (name, value) => {
    const upload = { Bucket, Key: 'a', Body: '123456789', [name]: value };
    expect(await bucket.client.send(new PutObjectCommand(upload))).toMatchObject({ [name]: value });
    expect(await get('a', { ChecksumMode: 'ENABLED' })).toMatchObject({ [name]: value });
  });

  it('keeps an empty object', async () => {
    await bucket.client.send(new PutObjectCommand({ Bucket, Key: 'empty', Body: Buffer.alloc(0) }));
    expect(await textOf('empty')).toBe('');
  });

  it('creates only with If-None-Match and replaces only with If-Match', async () => {
    const create = () =>
      bucket.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', IfNoneMatch: '*' }));
    const { ETag } = await create();
    await expect(create()).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const replace = (IfMatch?: string) =>
      bucket.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'y', IfMatch }));
    await expect(replace('"other"')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await replace(ETag);
    expect(await textOf('a')).toBe('y');
  });

  it('says plainly what it does not emulate', async () => {
    const tagged = new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', Tagging: 'a=b' });
    await expect(bucket.client.send(tagged)).rejects.toMatchObject({
      name: 'NotEmulated',
      message: 'not emulated: S3 header x-amz-tagging: a=b',
    });
  });
});

describe('GetObject', () => {
  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('answers the range %s', async (Range, text, ContentRange) => {
    await put('digits', '0123456789');
    const answer = await get('digits', { Range });
    expect([await answer.Body?.transformToString(), answer.ContentRange]).toEqual([text, ContentRange]);
    expect(answer.$metadata.httpStatusCode).toBe(206);
  });

  it('refuses a range beyond the end', async () => {
    await put('digits', '0123456789');
    await expect(get('digits', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('answers 304 to a caller who has the object and 412 to one who wants another', async () => {
    const { ETag } = await put('a', 'x');
    const known = await fetch(`${bucket.server.endpoint}/docs/a`, {
      headers: { 'if-none-match': ETag ?? '' },
    });
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, ETag, '']);
    await expect(get('a', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await textOf('a', { IfMatch: ETag, IfNoneMatch: '"other"' })).toBe('x');
  });

  it('names what is missing', async () => {
    await expect(get('nothing')).rejects.toMatchObject({
      name: 'NoSuchKey',
      message: 'The specified key does not exist.',
    });
    await expect(
      bucket.client.send(new GetObjectCommand({ Bucket: 'other', Key: 'a' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(bucket.client.send(new HeadObjectCommand({ Bucket, Key: 'nothing' }))).rejects.toMatchObject(
      { name: 'NotFound' },
    );
  });
});

describe('keys', () => {
  beforeEach(async () => {
    await writeFile(join(bucket.folder, '..', 'secret'), 'secret');
    await mkdir(join(bucket.folder, '.git'));
    await writeFile(join(bucket.folder, '.git', 'config'), 'secret');
    await symlink(join(bucket.folder, '..'), join(bucket.folder, 'up'));
    await symlink(join(bucket.folder, '..', 'secret'), join(bucket.folder, 'link'));
  });

  it.each(['../secret', 'x/../../secret', '/etc/passwd', '.git/config', 'up/secret', 'link', 'a//b', 'dir/'])(
    'never lead out of the folder or to a dot-file: %s',
    async (Key) => {
      const path = `${bucket.server.endpoint}/docs/${encodeURIComponent(Key)}`;
      expect((await fetch(path)).status).toBe(404);
      expect((await fetch(path, { method: 'PUT', body: 'overwritten' })).status).toBe(501);
      expect((await fetch(path, { method: 'DELETE' })).status).toBe(204);
      expect(await readFile(join(bucket.folder, '..', 'secret'), 'utf8')).toBe('secret');
      expect(await bucket.s3.localPaths(`s3://docs/${Key}`)).toEqual([]);
    },
  );
});

describe('CopyObject', () => {
  it('copies bytes and attributes, or replaces the attributes', async () => {
    const source = { Bucket, Key: 'a b', Body: 'x', Metadata: { n: '1' } };
    await bucket.client.send(new PutObjectCommand(source));
    const copy = { Bucket, CopySource: `docs/${encodeURIComponent('a b')}` };
    await bucket.client.send(new CopyObjectCommand({ ...copy, Key: 'kept' }));
    expect((await get('kept')).Metadata).toEqual({ n: '1' });
    await bucket.client.send(
      new CopyObjectCommand({ ...copy, Key: 'new', MetadataDirective: 'REPLACE', Metadata: { n: '2' } }),
    );
    expect((await get('new')).Metadata).toEqual({ n: '2' });
    expect(await textOf('new')).toBe('x');
  });
});

describe('deletion', () => {
  it('removes the file and the folders it leaves empty, and is content with a missing key', async () => {
    await put('a/b/c', '1');
    await put('a/d', '2');
    await bucket.client.send(new DeleteObjectCommand({ Bucket, Key: 'a/b/c' }));
    await bucket.client.send(new DeleteObjectCommand({ Bucket, Key: 'a/b/c' }));
    await expect(stat(join(bucket.folder, 'a/b'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await textOf('a/d')).toBe('2');
  });

  it('deletes many, reporting each', async () => {
    await put('one & <two>', '1');
    const { Deleted, Errors } = await bucket.client.send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: {
          Objects: [
            { Key: 'one & <two>', VersionId: 'null' },
            { Key: 'x', VersionId: 'v7' },
          ],
        },
      }),
    );
    expect(Deleted).toMatchObject([{ Key: 'one & <two>' }]);
    expect(Errors).toMatchObject([{ Key: 'x', Code: 'NoSuchVersion' }]);
    expect(await bucket.s3.localPaths('s3://docs/')).toEqual([]);
  });
});

it('tells the listener of every write through the API', async () => {
  await put('a', 'x');
  await bucket.client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await bucket.client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  expect(bucket.events).toEqual([
    { eventName: 'ObjectCreated:Put', bucket: 'docs', key: 'a', size: 1, eTag: md5Of('x') },
    { eventName: 'ObjectRemoved:Delete', bucket: 'docs', key: 'a' },
  ]);
});
