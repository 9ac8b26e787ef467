import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from './model.ts';

/** Pools on disk, one JSON file for each logical id, never seen half written. */
export interface PoolStore {
  read(logicalId: string): Promise<Pool | undefined>;
  /** Resolves when the pool, as it stood at the call or later, is on disk. */
  write(pool: Pool): Promise<void>;
  /** Resolves when every write has ended. */
  settle(): Promise<void>;
}

export const openPoolStore = async (folder: string): Promise<PoolStore> => {
  await mkdir(folder, { recursive: true });
  const fileOf = (logicalId: string) => join(folder, `${logicalId}.json`);
  let last: Promise<void> = Promise.resolve();

  const replace = async (pool: Pool) => {
    const file = fileOf(pool.parameters.logicalId);
    await writeFile(`${file}.new`, JSON.stringify(pool, null, 1), { mode: 0o600 });
    await rename(`${file}.new`, file);
  };

  return {
    read: async (logicalId) => {
      try {
        return JSON.parse(await readFile(fileOf(logicalId), 'utf8'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: (pool) => {
      const written = last.then(() => replace(pool));
      last = written.catch(() => undefined);
      return written;
    },
    settle: () => last,
  };
};
