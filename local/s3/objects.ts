import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bucket } from './buckets.ts';
import { md5 } from './checksums.ts';
import { s3Error } from './errors.ts';
import { isPlainFile, pathForWriting, pathOfKey } from './keys.ts';
import type { ObjectAttributes, Sidecars } from './sidecars.ts';

export interface StoredObject extends ObjectAttributes {
  key: string;
  /** Absolute path of the file that is the object. */
  path: string;
  size: number;
  lastModified: Date;
}

/** The objects of folders: every regular file is one, whoever wrote it. */
export class Objects {
  readonly #eTags = new Map<string, { size: number; mtimeMs: number; eTag: string }>();

  constructor(readonly sidecars: Sidecars) {}

  /** Throws NoSuchKey. */
  async get(bucket: Bucket, key: string): Promise<StoredObject> {
    const found = await this.find(bucket, key);
    if (!found) throw s3Error('NoSuchKey');
    return found;
  }

  async find(bucket: Bucket, key: string): Promise<StoredObject | undefined> {
    const path = pathOfKey(bucket.folder, key);
    if (!path || !(await isPlainFile(path))) return undefined;
    const stats = await stat(path);
    const { headers, checksums, eTag } =
      (await this.sidecars.read(bucket.name, key, stats)) ?? (await this.#attributesOfFile(path, stats));
    return { key, path, size: stats.size, lastModified: stats.mtime, headers, checksums, eTag };
  }

  /** Writes the object. A file whose content is already the same is left alone, so its time stays. */
  async put(
    bucket: Bucket,
    key: string,
    content: Buffer,
    attributes: ObjectAttributes,
  ): Promise<StoredObject> {
    const path = await pathForWriting(bucket.folder, key);
    if (!(await hasContent(path, content)))
      await replaceFile(path, (unfinished) => writeFile(unfinished, content));
    await this.sidecars.write(bucket.name, key, await stat(path), attributes);
    return this.get(bucket, key);
  }

  /** Makes a copy of a file the object. Its attributes are those of a file that was saved by hand. */
  async putFile(bucket: Bucket, key: string, file: string): Promise<StoredObject> {
    const path = await pathForWriting(bucket.folder, key);
    await replaceFile(path, (unfinished) => copyFile(file, unfinished));
    await this.sidecars.delete(bucket.name, key);
    return this.get(bucket, key);
  }

  /** Deletes the file, if it is there, and the folders that it leaves empty. */
  async delete(bucket: Bucket, key: string): Promise<void> {
    const found = await this.find(bucket, key);
    if (!found) return;
    await rm(found.path);
    await this.sidecars.delete(bucket.name, key);
    for (let folder = dirname(found.path); folder !== bucket.folder; folder = dirname(folder)) {
      if (
        !(await rmdir(folder).then(
          () => true,
          () => false,
        ))
      )
        return;
    }
  }

  async #attributesOfFile(path: string, { size, mtimeMs }: Stats): Promise<ObjectAttributes> {
    const known = this.#eTags.get(path);
    const unchanged = known?.size === size && known.mtimeMs === mtimeMs;
    const eTag = unchanged ? known.eTag : md5(await readFile(path));
    this.#eTags.set(path, { size, mtimeMs, eTag });
    return { headers: {}, checksums: {}, eTag };
  }
}

const hasContent = async (path: string, content: Buffer): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found?.size === content.length && (await readFile(path)).equals(content);
};

/** Nobody ever reads half an object: the new content stands in a dot-file, which is no object, until it is whole. */
const replaceFile = async (path: string, write: (unfinished: string) => Promise<void>): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = join(dirname(path), `.${randomUUID()}.upload`);
  try {
    await write(unfinished);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
};
