import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file and the object key that it is to have. */
export interface SourceFile {
  key: string;
  body: Buffer;
  /** Of the body, as S3 gives it for an object that was put in one piece. */
  etag: string;
}

/**
 * Every file in one folder of a root, sorted; its key is its path from the root, or from `prefix` where one is given.
 * A folder that is not there holds nothing; hidden files are left out.
 */
export async function filesUnder(root: string, folder: string, prefix = folder): Promise<SourceFile[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    visible.map((entry) => {
      const path = join(folder, entry.name);
      const key = `${prefix}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(root, path, key) : readSource(join(root, path), key);
    }),
  );
  return found.flat();
}

async function readSource(path: string, key: string): Promise<SourceFile[]> {
  const body = await readFile(path);
  return [{ key, body, etag: `"${createHash('md5').update(body).digest('hex')}"` }];
}
