import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64Nvme } from './crc.ts';
import { s3Error } from './errors.ts';

const crc32Bytes = (data: Buffer): Buffer => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data));
  return sum;
};

const algorithms: Record<string, (data: Buffer) => Buffer> = {
  'x-amz-checksum-crc32': crc32Bytes,
  'x-amz-checksum-crc32c': crc32c,
  'x-amz-checksum-crc64nvme': crc64Nvme,
  'x-amz-checksum-sha1': (data) => createHash('sha1').update(data).digest(),
  'x-amz-checksum-sha256': (data) => createHash('sha256').update(data).digest(),
};

export const isChecksumHeader = (name: string): boolean => Object.hasOwn(algorithms, name);

/** Entity tag of a whole object: its MD5, as S3 makes it for anything not uploaded in parts. */
export const md5 = (data: Buffer): string => createHash('md5').update(data).digest('hex');

/**
 * Compares the content with every digest the request came with and returns its `x-amz-checksum-*` headers.
 * Throws BadDigest or XAmzContentSHA256Mismatch.
 */
export const verifyContent = (
  content: Buffer,
  headers: Record<string, string | undefined>,
): Record<string, string> => {
  const md5Header = headers['content-md5'];
  if (md5Header && Buffer.from(md5Header, 'base64').toString('hex') !== md5(content))
    throw s3Error('BadDigest');
  const signed = headers['x-amz-content-sha256'] ?? '';
  if (/^[0-9a-f]{64}$/.test(signed) && createHash('sha256').update(content).digest('hex') !== signed)
    throw s3Error('XAmzContentSHA256Mismatch');
  const given = Object.entries(headers).filter(([name]) => isChecksumHeader(name)) as [string, string][];
  for (const [name, value] of given) {
    if (algorithms[name]?.(content).toString('base64') !== value) throw badChecksum(name);
  }
  return Object.fromEntries(given);
};

const badChecksum = (header: string) =>
  s3Error(
    'BadDigest',
    `The ${header.slice('x-amz-checksum-'.length).toUpperCase()} you specified did not match the calculated checksum.`,
  );
