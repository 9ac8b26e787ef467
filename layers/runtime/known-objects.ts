import { type _Object, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';

/** Where the objects stand: a prefix and a suffix of their keys. */
export interface ObjectPlace {
  bucket: string;
  prefix: string;
  suffix: string;
}

/**
 * Reads every object of a place, in the order of the keys. What has not changed since the last call is not read again;
 * what reads as undefined is left out.
 */
export const knownObjects = <T>(
  objects: S3Client,
  place: ObjectPlace,
  read: (key: string) => Promise<T | undefined>,
): (() => Promise<T[]>) => {
  let known = new Map<string, Promise<T | undefined>>();
  return async () => {
    const entries = (await list(objects, place)).map(({ Key = '', ETag = '' }) => {
      const version = `${Key} ${ETag}`;
      return [version, known.get(version) ?? read(Key)] as const;
    });
    const found = await Promise.all(entries.map(([, one]) => one));
    known = new Map(entries);
    return found.filter((one) => one !== undefined);
  };
};

async function list(objects: S3Client, { bucket, prefix, suffix }: ObjectPlace): Promise<_Object[]> {
  const found: _Object[] = [];
  for await (const page of paginateListObjectsV2({ client: objects }, { Bucket: bucket, Prefix: prefix }))
    found.push(...(page.Contents ?? []));
  return found.filter(({ Key }) => Key?.endsWith(suffix));
}
