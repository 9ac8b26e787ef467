import { type FSWatcher, watch } from 'node:fs';
import type { Bucket, BucketEvent } from './buckets.ts';
import { listKeys } from './list-keys.ts';
import type { Objects } from './objects.ts';

/** An editor writes, renames and touches a file to save it once. In milliseconds. */
const SETTLE = 100;

type Snapshot = Map<string, { eTag: string; size: number }>;

/**
 * Tells the objects of a folder that change, whoever changes them: a hand, a checkout, or a request. What the system says
 * of a folder only asks to look again; an object that is the same as before is not told.
 * @returns what ends it
 */
export const watchBucket = async (
  bucket: Bucket,
  objects: Objects,
  tell: (event: BucketEvent) => void,
): Promise<() => void> => {
  let known = await snapshot(bucket, objects);
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const found = await snapshot(bucket, objects);
    for (const event of changes(bucket.name, known, found)) tell(event);
    known = found;
  };
  const watcher: FSWatcher = watch(bucket.folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking = looking.then(look).catch((error) => console.error(error));
    }, SETTLE);
  });
  watcher.on('error', (error) => console.error(error));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
};

const snapshot = async (bucket: Bucket, objects: Objects): Promise<Snapshot> => {
  const found: Snapshot = new Map();
  for (const key of await listKeys(bucket.folder, '')) {
    const object = await objects.find(bucket, key); // gone since it was listed
    if (object) found.set(key, { eTag: object.eTag, size: object.size });
  }
  return found;
};

const changes = (bucket: string, before: Snapshot, after: Snapshot): BucketEvent[] => [
  ...[...after]
    .filter(([key, { eTag }]) => before.get(key)?.eTag !== eTag)
    .map(([key, object]): BucketEvent => ({ eventName: 'ObjectCreated:Put', bucket, key, ...object })),
  ...[...before.keys()]
    .filter((key) => !after.has(key))
    .map((key): BucketEvent => ({ eventName: 'ObjectRemoved:Delete', bucket, key })),
];
