// CommonJS, because Jest's own setup, its tests and plain scripts all load it.
const { spawn } = require('node:child_process');
const { resolve } = require('node:path');
const { createInterface } = require('node:readline');

const projectDir = resolve(__dirname, '../..');

/**
 * Starts the local stack as a person would, with `npm start -- --port 0 --json`, and waits for its line.
 * @param {string[]} options further options of npm start
 * @returns {Promise<{ description: object, stop: () => Promise<number | null> }>} stop answers the exit code
 */
exports.startStack = async (options = [], cwd = projectDir) => {
  const child = spawn(process.execPath, ['local/start.mjs', '--port', '0', '--json', ...options], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((settle) => child.once('exit', settle));
  let problem = '';
  child.stderr.on('data', (chunk) => {
    problem += chunk;
  });
  const line = await Promise.race([
    new Promise((settle) => createInterface({ input: child.stdout }).once('line', settle)),
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
