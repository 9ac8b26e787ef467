import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stack } from './stack.ts';

const PARTS = [
  'functions',
  'layers',
  'local',
  'sql',
  'statemachine',
  'web',
  'template.yaml',
  'package.json',
  'tsconfig.json',
];

/** A copy of the project that a test may change, with a state folder in it, `state`, where the page is built already. */
export const copiedProject = (): string => {
  const project = mkdtempSync(join(tmpdir(), 'readout-project-'));
  const filter = (path: string): boolean => !/node_modules|dist$/.test(path);
  for (const part of PARTS) cpSync(part, join(project, part), { recursive: true, filter });
  cpSync('package-lock.json', join(project, 'package-lock.json'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  const layers = join('build', 'layers');
  cpSync(join(stack.stateDir, layers), join(project, 'state', layers), { recursive: true });
  return project;
};
