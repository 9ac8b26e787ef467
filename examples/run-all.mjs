import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/*
 * Runs every quick start and compares what it prints with expected-output.txt: `node examples/run-all.mjs [language …]`.
 * Against redshift-data-local, started here, unless AWS_ENDPOINT_URL_REDSHIFT_DATA or AWS_ENDPOINT_URL names another
 * (WORKGROUP, DATABASE and SOURCE then say what it has).
 */

const folder = (name) => fileURLToPath(new URL(name, import.meta.url));
const binary = folder('../local/redshift-data/bin/redshift-data-local.mjs');
const tsx = folder('../node_modules/tsx/dist/cli.mjs');
const python = existsSync(folder('python/.venv/bin/python')) ? folder('python/.venv/bin/python') : 'python3';

const languages = {
  python: { check: [python, '-c', 'import boto3'], command: [python, 'quick_start.py'] },
  javascript: { command: [process.execPath, 'quick-start.js'] },
  typescript: { command: [process.execPath, tsx, 'quick-start.ts'] },
  go: { check: ['go', 'version'], command: ['go', 'run', '.'] },
  java: {
    check: ['mvn', '--version'],
    command: ['mvn', '-B', '-q', 'compile', 'exec:java'],
  },
};

const expected = readFileSync(folder('expected-output.txt'), 'utf8');
const named = process.env.AWS_ENDPOINT_URL_REDSHIFT_DATA ?? process.env.AWS_ENDPOINT_URL;

/** Starts redshift-data-local; the `s3` folder holds its buckets. */
const startLocal = async () => {
  const server = spawn(process.execPath, [binary, '--port', '0', '--s3', folder('s3'), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith('{')) return { server, endpoint: JSON.parse(line).endpoint };
  }
  throw new Error('redshift-data-local did not start');
};

const local = named ? undefined : await startLocal();
const env = {
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  ...process.env,
  AWS_ENDPOINT_URL_REDSHIFT_DATA: named ?? local.endpoint,
};

const runOne = (name) => {
  const { check, command } = languages[name] ?? {};
  if (!command) return `is none of ${Object.keys(languages).join(', ')}`;
  if (check && spawnSync(check[0], check.slice(1)).status !== 0) return `needs ${check.join(' ')} to succeed`;
  const { stdout, stderr, status } = spawnSync(command[0], command.slice(1), {
    cwd: folder(name),
    env,
    encoding: 'utf8',
  });
  if (status !== 0) return `ended with ${status}\n${stdout}${stderr}`;
  // Maven colours even what it does not write itself.
  const printed = stripVTControlCharacters(stdout).replaceAll('\r\n', '\n');
  return printed === expected ? undefined : `printed\n${printed}`;
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(languages);
let failed = false;
for (const name of wanted) {
  const problem = runOne(name);
  failed ||= problem !== undefined;
  console.log(problem ? `${name} ${problem}` : `${name}: as expected`);
}
local?.server.kill();
process.exitCode = failed ? 1 : 0;
