import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stack } from '../support/stack.ts';

/** All that every function has logged so far. */
export const functionLogs = (): string => {
  const folder = join(stack.stateDir, 'logs');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
};
