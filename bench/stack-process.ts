import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { StackDescription } from '../local/stack.ts';
import { type Inspector, openInspector } from './inspector.ts';

/** A local stack in a process of its own, with a way to look into it. */
export interface LoadedStack {
  description: StackDescription;
  pid: number;
  inspector: Inspector;
  stop(): Promise<void>;
}

/** Starts `local/main.ts` as `npm start` does, on a fresh state and free ports, with values for the template's parameters. */
export const startLoadedStack = async (parameters: Record<string, string> = {}): Promise<LoadedStack> => {
  const state = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const child = spawn(
    process.execPath,
    [
      ...[
        '--inspect=127.0.0.1:0',
        '--import',
        'tsx',
        'local/main.ts',
        '--port',
        '0',
        '--json',
        '--state',
        state,
      ],
      ...Object.entries(parameters).flatMap(([name, value]) => ['--parameter', `${name}=${value}`]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, UV_THREADPOOL_SIZE: '16' } },
  );
  const inspectorUrl = new Promise<string>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [url] = /ws:\/\/\S+/.exec(line) ?? [];
      if (url) resolve(url);
      else if (!/inspector/.test(line)) console.error(line);
    });
  });
  const line = await firstLine(child);
  const inspector = await openInspector(await inspectorUrl);
  return {
    description: JSON.parse(line),
    pid: child.pid ?? 0,
    inspector,
    stop: async () => {
      inspector.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the stack ended with ${code} before it was ready`)));
  });
