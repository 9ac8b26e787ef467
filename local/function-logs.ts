import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps each function's lines in a file of its own, in the order they came. A line is there when the call returns, at
 * less cost than a stream's.
 */
export const createFunctionLogs = (folder: string): ((functionName: string, line: string) => void) => {
  const files = new Map<string, number>();
  const fileOf = (name: string): number => {
    const file = files.get(name) ?? openSync(join(folder, `${name}.log`), 'a');
    files.set(name, file);
    return file;
  };
  return (name, line) => void writeSync(fileOf(name), `${line}\n`);
};
