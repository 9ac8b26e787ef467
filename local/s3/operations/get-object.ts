import { open } from 'node:fs/promises';
import type { ServiceResponse } from '../../service.ts';
import { isNotModified } from '../conditions.ts';
import { s3Error } from '../errors.ts';
import type { StoredObject } from '../objects.ts';
import { quoted, type S3Context, type S3Operation, versionHeader } from '../operation.ts';
import { type ByteRange, parseRange } from '../range.ts';
import type { S3Request } from '../request.ts';

export const getObject: S3Operation = (context) => (request) => read(context, request, readBytes);

/** Like GetObject, without its bytes. */
export const headObject: S3Operation = (context) => (request) =>
  read(context, request, async () => undefined);

const read = async (
  { buckets, objects }: S3Context,
  { bucket: name, key, query, headers }: S3Request,
  bodyOf: (object: StoredObject, range: ByteRange) => Promise<Buffer | undefined>,
): Promise<ServiceResponse> => {
  const bucket = buckets.get(name);
  if (!['null', null].includes(query.get('versionId'))) throw s3Error('NoSuchVersion');
  const object = await objects.get(bucket, key);
  const described = { ...describe(object), ...versionHeader(bucket) };
  if (isNotModified(headers, object)) return { status: 304, headers: described };
  const part = parseRange(headers.range, object.size);
  const range = part ?? { start: 0, end: object.size - 1 };
  return {
    status: part ? 206 : 200,
    headers: {
      ...described,
      ...(part ? { 'content-range': `bytes ${part.start}-${part.end}/${object.size}` } : {}),
      ...(!part && headers['x-amz-checksum-mode'] === 'ENABLED' ? object.checksums : {}),
      ...overrides(query),
      'content-length': `${range.end - range.start + 1}`,
    },
    body: await bodyOf(object, range),
  };
};

const describe = ({ eTag, lastModified, headers }: StoredObject): Record<string, string> => ({
  'accept-ranges': 'bytes',
  'content-type': 'binary/octet-stream',
  'last-modified': lastModified.toUTCString(),
  etag: quoted(eTag),
  ...headers,
});

/** `response-content-disposition=…` and its like: what a presigned link asks the browser to see. */
const overrides = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query]
      .filter(([name]) => name.startsWith('response-'))
      .map(([name, value]) => [name.slice('response-'.length), value]),
  );

/** Throws InternalError when the file became shorter between being described and being read. */
const readBytes = async ({ path }: StoredObject, { start, end }: ByteRange): Promise<Buffer> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start + 1), 0, end - start + 1, start);
    if (bytesRead < buffer.length) throw new Error(`${path} changed while it was read`);
    return buffer;
  } finally {
    await file.close();
  }
};
