import type { Bucket } from './buckets.ts';
import { s3Error } from './errors.ts';
import { listKeys } from './list-keys.ts';
import { type Listing, type ListingRequest, pageOfKeys } from './listing.ts';
import type { StoredObject } from './objects.ts';
import { quoted, type S3Context } from './operation.ts';

/** One page of a bucket, with the elements that all of S3's listings share. */
export interface BucketPage extends Listing {
  objects: StoredObject[];
  /** How keys are written in the response: URL-encoded when the caller asks for it. */
  encode: (text: string) => string;
  /** Name, Prefix, Delimiter, MaxKeys, EncodingType, IsTruncated and CommonPrefixes. */
  shared: object;
}

/** @param after only what comes after this key or common prefix. Throws InvalidArgument. */
export const listBucket = async (
  { objects }: S3Context,
  bucket: Bucket,
  query: URLSearchParams,
  after: string,
): Promise<BucketPage> => {
  const request = parseListing(query, after);
  const page = pageOfKeys(await listKeys(bucket.folder, request.prefix), request);
  const found = await Promise.all(page.keys.map((key) => objects.find(bucket, key)));
  const encode = query.get('encoding-type') === 'url' ? encodeKey : (text: string) => text;
  return {
    ...page,
    objects: found.filter((object) => object !== undefined),
    encode,
    shared: {
      Name: bucket.name,
      Prefix: encode(request.prefix),
      ...(request.delimiter ? { Delimiter: encode(request.delimiter) } : {}),
      MaxKeys: request.maxKeys,
      EncodingType: query.get('encoding-type') ?? undefined,
      IsTruncated: page.next !== undefined,
      CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
    },
  };
};

/** What every listing says of one object. */
export const listedObject = (object: StoredObject, encode: (text: string) => string): object => ({
  Key: encode(object.key),
  LastModified: object.lastModified.toISOString(),
  ETag: quoted(object.eTag),
  Size: object.size,
  StorageClass: 'STANDARD',
});

const parseListing = (query: URLSearchParams, after: string): ListingRequest => {
  const maxKeys = Number(query.get('max-keys') ?? 1000);
  if (!Number.isInteger(maxKeys) || maxKeys < 0)
    throw s3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    after,
    maxKeys: Math.min(maxKeys, 1000),
  };
};

const encodeKey = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/');
