#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Runs the server in a process that begins with what cannot be set later: the source where it is there (in the
// repository), else what was built of it (in the package).

const source = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const program = existsSync(source) ? ['--import', import.meta.resolve('tsx'), source] : [built];

const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // Each running statement holds a thread of libuv's pool, which files need too.
  env: { UV_THREADPOOL_SIZE: '16', ...process.env },
});
child.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));

// npm passes a signal to its shell, which ends without passing it on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
