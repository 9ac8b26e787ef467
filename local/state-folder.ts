import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from './listen.ts';

/** The folder in which one local stack keeps what it remembers. */
export interface StateFolder {
  /** Users, runs, tables, objects; what `--fresh` forgets. */
  data: string;
  /** Bundles and layers, built again only when their sources change. */
  build: string;
  logs: string;
  /** Tells other programs of this folder that the stack is ready, and where. */
  publish(description: object): void;
  /** Lets another stack use the folder. */
  release(): void;
}

/**
 * Takes the folder for this process.
 * @throws StartError where another running process has it
 */
export const openStateFolder = (folder: string, fresh: boolean): StateFolder => {
  const root = resolve(folder);
  const lock = join(root, 'lock');
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder && isRunning(holder))
    throw new StartError(
      `Readout already runs from ${root} (process ${holder}). Stop it, or use another with --state.`,
    );
  const data = join(root, 'data');
  if (fresh) rmSync(data, { recursive: true, force: true });
  const state = { data, build: join(root, 'build'), logs: join(root, 'logs') };
  for (const path of Object.values(state)) mkdirSync(path, { recursive: true });
  writeFileSync(lock, String(process.pid));
  const description = join(root, 'stack.json');
  return {
    ...state,
    publish: (value) => writeFileSync(description, JSON.stringify(value)),
    release: () => {
      rmSync(lock, { force: true });
      rmSync(description, { force: true });
    },
  };
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
};
