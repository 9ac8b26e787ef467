import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { compareKeys } from './keys.ts';

/** Every key below `folder` that begins with `prefix`, in S3's order. Symbolic links and dot-files are not objects. */
export const listKeys = async (folder: string, prefix: string): Promise<string[]> => {
  const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const path = resolve(folder, start);
  if (start.split('/').slice(0, -1).some(isHidden) || !(await isReal(path))) return [];
  const keys: string[] = [];
  await walk(path, start, keys);
  return keys.filter((key) => key.startsWith(prefix)).sort(compareKeys);
};

const walk = async (path: string, prefix: string, keys: string[]): Promise<void> => {
  for (const entry of await entriesOf(path)) {
    if (isHidden(entry.name)) continue;
    if (entry.isFile()) keys.push(prefix + entry.name);
    if (entry.isDirectory()) await walk(join(path, entry.name), `${prefix}${entry.name}/`, keys);
  }
};

const isReal = async (path: string): Promise<boolean> =>
  (await realpath(path).catch(() => undefined)) === path;

const isHidden = (name: string): boolean => name === '' || name.startsWith('.');

const entriesOf = async (path: string): Promise<Dirent[]> => {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
};
