import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// `npm start`: runs main.ts in a process that begins with what cannot be set later, and ends it with whoever started it.

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // Each running DuckDB statement holds a thread of libuv's pool, which files need too.
  env: { UV_THREADPOOL_SIZE: '16', ...process.env },
});
child.once('exit', (code) => process.exit(code ?? 1));

// A Ctrl-C reaches both processes; the other signals only this one.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGTERM'));

// npm passes a signal to its shell, which ends without passing it on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
