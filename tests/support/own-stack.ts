import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copiedProject } from './copied-project.ts';
import type { RunningStack } from './stack.ts';
import { startStack } from './start-stack.cjs';

/** A stack over a copy of the project, for one test file. */
export interface OwnStack extends RunningStack {
  /** The e-mail and the password of a ready-made person. */
  userOf(role: 'analyst' | 'operator' | 'engineer' | 'guest'): { email: string; password: string };
  stop(): Promise<void>;
}

/** Starts one with files more than the project has, by their paths in it. */
export const ownStack = async (files: Record<string, string> = {}): Promise<OwnStack> => {
  const project = copiedProject();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const stateDir = join(project, 'state');
  const { description, stop } = await startStack(['--state', stateDir], project);
  const { users } = description as RunningStack;
  return {
    ...(description as RunningStack),
    stateDir,
    userOf: (role) => {
      const found = users.find(({ email }) => email.startsWith(role));
      if (!found) throw new Error(`There is no ${role}.`);
      return found;
    },
    stop: async () => {
      await stop();
      rmSync(project, { recursive: true });
    },
  };
};
