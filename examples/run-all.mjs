import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';

/*
 * Runs every example and compares what it prints: `node examples/run-all.mjs [--at-hand] [example …]`. `--at-hand` leaves out
 * those whose tools are not here and says so; Python and JavaScript must be. The quick starts run against redshift-data-local,
 * started here, unless AWS_ENDPOINT_URL_REDSHIFT_DATA or AWS_ENDPOINT_URL names another (WORKGROUP, DATABASE and SOURCE then
 * say what it has); those of Readout against a local stack, started here, unless READOUT_URL, READOUT_EMAIL and
 * READOUT_PASSWORD name another.
 */

const folder = (name) => fileURLToPath(new URL(name, import.meta.url));
const tsx = folder('../node_modules/tsx/dist/cli.mjs');
const ownPython = folder('.venv/bin/python');
const python = process.env.EXAMPLES_PYTHON ?? (existsSync(ownPython) ? ownPython : 'python3');
const work = mkdtempSync(join(tmpdir(), 'readout-examples-'));

const imports = (...packages) => [python, '-c', `import ${packages.join(', ')}`];
const maven = ['mvn', '-B', '-q', 'compile', 'exec:java'];
const nbconvert = ['-m', 'nbconvert', '--to', 'notebook', '--execute', '--output-dir', work, 'report.ipynb'];

/** An executed notebook is right when it drew its picture; that its rows are right it asserts itself. */
const drawn = () =>
  readFileSync(join(work, 'report.ipynb'), 'utf8').includes('"image/png"') ? undefined : 'drew no picture';

const examples = {
  python: { needs: [imports('boto3')], command: [python, 'quick_start.py'] },
  javascript: { command: [process.execPath, 'quick-start.js'] },
  typescript: { command: [process.execPath, tsx, 'quick-start.ts'] },
  go: { needs: [['go', 'version']], command: ['go', 'run', '.'] },
  java: { needs: [['mvn', '--version']], command: maven },
  'readout/python': {
    needs: [imports('boto3', 'pycognito', 'requests', 'websockets')],
    command: [python, 'report.py'],
  },
  'readout/javascript': { command: [process.execPath, 'report.js'] },
  'readout/typescript': { command: [process.execPath, tsx, 'report.ts'] },
  'readout/go': { needs: [['go', 'version']], command: ['go', 'run', '.'] },
  'readout/java': { needs: [['mvn', '--version']], command: maven },
  'readout/curl': {
    needs: [
      ['curl', '--version'],
      ['jq', '--version'],
    ],
    command: ['bash', 'report.sh'],
  },
  notebook: {
    needs: [imports('nbconvert', 'ipykernel', 'pandas', 'matplotlib', 'pycognito', 'requests', 'websockets')],
    command: [python, ...nbconvert],
    problem: drawn,
  },
};
const MUST_RUN = ['python', 'javascript', 'readout/python', 'readout/javascript', 'notebook'];

const ofReadout = (name) => name === 'notebook' || name.startsWith('readout/');
const expected = {
  dataApi: readFileSync(folder('expected-output.txt'), 'utf8'),
  readout: readFileSync(folder('readout/expected-output.txt'), 'utf8'),
};

/** Starts a server that says where it is in one line of JSON. */
const start = async (program, ...options) => {
  const server = spawn(process.execPath, [folder(program), '--port', '0', '--json', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith('{')) return { stop: () => server.kill() && ended, description: JSON.parse(line) };
  }
  throw new Error(`${program} did not start`);
};

const startDataApi = async () => {
  const named = process.env.AWS_ENDPOINT_URL_REDSHIFT_DATA ?? process.env.AWS_ENDPOINT_URL;
  const local = named
    ? undefined
    : await start('../local/redshift-data/bin/redshift-data-local.mjs', '--s3', folder('s3'));
  const env = { AWS_ENDPOINT_URL_REDSHIFT_DATA: named ?? local.description.endpoint };
  return { env, stop: () => local?.stop() };
};

const startReadout = async () => {
  if (process.env.READOUT_URL) return { env: {}, stop: () => {} };
  const { description, stop } = await start('../local/start.mjs', '--state', join(work, 'state'));
  const { page, user } = description;
  return { env: { READOUT_URL: page, READOUT_EMAIL: user.email, READOUT_PASSWORD: user.password }, stop };
};

const keys = {
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  READOUT: `${process.execPath} ${folder('../cli/bin/readout.mjs')}`,
};

const missing = (name) =>
  examples[name].needs?.find(([tool, ...options]) => spawnSync(tool, options).status !== 0)?.join(' ');

/** What is wrong with what it prints, if anything. */
const problemOf = (name, env) =>
  new Promise((resolve) => {
    const { command, problem } = examples[name];
    const child = spawn(command[0], command.slice(1), { cwd: folder(name), env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (status) => {
      if (status !== 0) return resolve(`ended with ${status}\n${stdout}${stderr}`);
      if (problem) return resolve(problem());
      // Maven colours even what it does not write itself.
      const printed = stripVTControlCharacters(stdout).replaceAll('\r\n', '\n');
      const wanted = ofReadout(name) ? expected.readout : expected.dataApi;
      resolve(printed === wanted ? undefined : `printed\n${printed}`);
    });
  });

const { values, positionals } = parseArgs({
  options: { 'at-hand': { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !examples[name]);
if (unknown.length) throw new Error(`${unknown} is none of ${Object.keys(examples).join(', ')}`);

const lacking = new Map();
const toRun = (positionals.length ? positionals : Object.keys(examples)).filter((name) => {
  const tool = missing(name);
  if (tool) lacking.set(name, tool);
  return !tool;
});
const dataApi = toRun.some((name) => !ofReadout(name)) ? await startDataApi() : undefined;
const readout = toRun.some(ofReadout) ? await startReadout() : undefined;
let failed = false;
for (const name of toRun) {
  const server = ofReadout(name) ? readout : dataApi;
  const problem = await problemOf(name, { ...keys, ...process.env, ...server.env, XDG_CONFIG_HOME: work });
  failed ||= problem !== undefined;
  console.log(problem ? `${name} ${problem}` : `${name}: as expected`);
}
for (const [name, tool] of lacking) {
  failed ||= !values['at-hand'] || MUST_RUN.includes(name);
  console.log(`${name}: NOT RUN, it needs ${tool} to succeed`);
}
await Promise.all([dataApi?.stop(), readout?.stop()]);
rmSync(work, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
