import type { ServiceResponse } from '../service.ts';
import type { Bucket, Buckets } from './buckets.ts';
import type { Objects, StoredObject } from './objects.ts';
import type { S3Request } from './request.ts';
import type { Uploads } from './uploads.ts';
import { renderXml } from './xml.ts';

export interface S3Context {
  buckets: Buckets;
  objects: Objects;
  uploads: Uploads;
  region: string;
}

/** One S3 operation: what it needs, then the request it answers. */
export type S3Operation = (context: S3Context) => (request: S3Request) => Promise<ServiceResponse>;

export const xmlResponse = (
  root: string,
  content: object,
  headers: Record<string, string> = {},
): ServiceResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: renderXml(root, content),
});

export const quoted = (eTag: string): string => `"${eTag}"`;

/** The header of a bucket that has versions: its objects are all the version `null`. */
export const versionHeader = ({ versioned }: Bucket): Record<string, string> =>
  versioned ? { 'x-amz-version-id': 'null' } : {};

/** What a completed write answers in its headers, after it has told the bucket's listener. */
export const written = (
  bucket: Bucket,
  { key, size, eTag, checksums }: StoredObject,
  eventName: 'ObjectCreated:Put' | 'ObjectCreated:Copy' | 'ObjectCreated:CompleteMultipartUpload',
): Record<string, string> => {
  bucket.notify?.({ eventName, bucket: bucket.name, key, size, eTag });
  return { etag: quoted(eTag), ...checksums, ...versionHeader(bucket) };
};
