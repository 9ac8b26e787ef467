import { readFile } from 'node:fs/promises';
import { keptHeaders } from '../attributes.ts';
import { md5 } from '../checksums.ts';
import { s3Error } from '../errors.ts';
import { quoted, type S3Operation, written, xmlResponse } from '../operation.ts';

export const copyObject: S3Operation =
  ({ buckets, objects }) =>
  async ({ bucket, key, headers }) => {
    const target = buckets.getForWriting(bucket);
    const source = parseCopySource(headers['x-amz-copy-source'] ?? '');
    const replace = headers['x-amz-metadata-directive'] === 'REPLACE';
    if (source.bucket === bucket && source.key === key && !replace) throw copyToItself();
    const original = await objects.get(buckets.get(source.bucket), source.key);
    const content = await readFile(original.path);
    const copy = await objects.put(target, key, content, {
      headers: replace ? keptHeaders(headers) : original.headers,
      checksums: original.checksums,
      eTag: md5(content),
    });
    const { etag: _, ...answered } = written(target, copy, 'ObjectCreated:Copy');
    return xmlResponse(
      'CopyObjectResult',
      { ETag: quoted(copy.eTag), LastModified: copy.lastModified.toISOString() },
      answered,
    );
  };

/** `[/]bucket/key[?versionId=null]`, URL-encoded. */
const parseCopySource = (header: string): { bucket: string; key: string } => {
  const [path = '', version = 'versionId=null'] = header.replace(/^\//, '').split('?');
  if (version !== 'versionId=null') throw s3Error('NoSuchVersion');
  const [, bucket, key] = /^([^/]+)\/(.+)$/s.exec(decodeURIComponent(path)) ?? [];
  if (!bucket || !key)
    throw s3Error(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  return { bucket, key };
};

const copyToItself = () =>
  s3Error(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
