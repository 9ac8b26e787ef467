import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { cutUri, type ObjectSource } from './object-source.ts';

/** A folder as S3: each folder in it is a bucket, each file below that an object. */
export const folderObjects = (root: string): ObjectSource => {
  const localPaths = async (s3Uri: string): Promise<string[]> => {
    const { bucket, key } = cutUri(s3Uri);
    const folder = inside(root, bucket);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => ({
        path: join(entry.parentPath, entry.name),
        key: relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
      }))
      .filter((file) => file.key.startsWith(key))
      .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
      .map(({ path }) => path);
  };
  return {
    localPaths,
    store: async (s3Uri, localFile) => {
      const { bucket, key } = cutUri(s3Uri);
      const path = inside(inside(root, bucket), key);
      await mkdir(dirname(path), { recursive: true });
      await copyFile(localFile, path);
    },
    clear: async (prefix) => {
      for (const path of await localPaths(prefix)) await rm(path);
    },
  };
};

/** The path of a name in a folder. Throws for one that would leave it. */
const inside = (folder: string, name: string): string => {
  const path = resolve(folder, name);
  if (name === '' || !path.startsWith(resolve(folder) + sep))
    throw new Error(`${name || 'nothing'} is no name`);
  return path;
};
