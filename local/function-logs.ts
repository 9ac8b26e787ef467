import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** Keeps each function's lines in a file of its own, in the order they came. */
export const createFunctionLogs = (folder: string): ((functionName: string, line: string) => void) => {
  const files = new Map<string, WriteStream>();
  const fileOf = (name: string): WriteStream => {
    const file = files.get(name) ?? createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
    files.set(name, file);
    return file;
  };
  return (name, line) => void fileOf(name).write(`${line}\n`);
};
