import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/**
 * Writes the files of a zip archive below `folder`. Throws, writing nothing, when it is no archive, is empty, or names a
 * file outside of it.
 */
export const unpack = async (archive: Buffer, folder: string): Promise<void> => {
  const files = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'));
  if (files.length === 0) throw new Error('the archive holds no file');
  const escaping = files.find(([name]) => !isInside(name));
  if (escaping) throw new Error(`the archive names a file outside of it: ${escaping[0]}`);
  for (const [name, content] of files) {
    const path = join(folder, ...name.split('/'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
};

const isInside = (name: string): boolean =>
  !/[\\\0]|^[a-z]:/i.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
