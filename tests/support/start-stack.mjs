import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the local stack as a person would, with `npm start -- --port 0 --json`, and waits for its line.
 * @param {string[]} options further options of npm start
 * @returns {Promise<{ description: object, stop: () => Promise<number | null> }>} stop answers the exit code
 */
export const startStack = async (options = [], cwd = projectDir) => {
  const child = spawn(process.execPath, ['local/start.mjs', '--port', '0', '--json', ...options], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let problem = '';
  child.stderr.on('data', (chunk) => {
    problem += chunk;
  });
  const line = await Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    exited.then((code) => Promise.reject(new Error(`npm start ended with ${code}: ${problem}`))),
  ]);
  return {
    description: JSON.parse(line),
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
};
