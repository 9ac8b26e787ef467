import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const notCopied = ['node_modules', '.git', '.readout', '.aws-sam', 'dist', 'images'];

/** Copies the project to a folder of its own. Packages are the same ones, the project's own workspaces are the copy's. */
export const copyTree = (root: string): string => {
  const copy = mkdtempSync(join(tmpdir(), 'readout-copy-'));
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !notCopied.some((name) => path.slice(root.length).split('/').includes(name)),
  });
  linkPackages(join(root, 'node_modules'), join(copy, 'node_modules'), { root, copy });
  return copy;
};

const linkPackages = (from: string, to: string, place: { root: string; copy: string }): void => {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const target = realpathSync(join(from, name));
    if (name === '@readout') linkPackages(join(from, name), join(to, name), place);
    else symlinkSync(ownOf(target, place), join(to, name));
  }
};

/** A package within the project, but not among its packages, is a workspace. */
const ownOf = (target: string, { root, copy }: { root: string; copy: string }): string => {
  const within = target.startsWith(`${realpathSync(root)}/`) && !target.includes('/node_modules/');
  return within ? join(copy, target.slice(realpathSync(root).length)) : target;
};
