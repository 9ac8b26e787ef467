import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The folder's files and `config.json`, which would not be known when the page was built. Throws without index.html. */
export async function zipPage(
  folder: string,
  config: Record<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: Zippable = {};
  for (const path of paths) files[relative(folder, path).split(sep).join('/')] = await readFile(path);
  if (!files['index.html']) throw new Error(`${folder} holds no index.html: was the page built?`);
  return zipSync({ ...files, 'config.json': strToU8(JSON.stringify(config, null, 2)) });
}
