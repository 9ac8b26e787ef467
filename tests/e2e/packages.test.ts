import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analyst } from '../support/person.ts';
import { readoutCommand } from '../support/readout-command.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(120_000);

/** A folder far from this project, into which nothing was installed but what is packed here. */
const elsewhere = mkdtempSync(join(tmpdir(), 'readout-elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

const npm = (args: string[], cwd: string) =>
  execFileSync('npm', args, { cwd, stdio: 'pipe', encoding: 'utf8' });

beforeAll(() => {
  const packed = join(elsewhere, 'packed');
  mkdirSync(packed);
  for (const workspace of ['client', 'cli']) {
    npm(['run', 'build', '-w', workspace], '.');
    npm(['pack', `./${workspace}/dist`, '--pack-destination', packed], '.');
  }
  writeFileSync(join(elsewhere, 'package.json'), '{ "private": true, "type": "module" }');
  const tarballs = readdirSync(packed).map((file) => `file:./packed/${file}`);
  npm(['install', '--offline', '--no-audit', '--no-fund', ...tarballs], elsewhere);
});

it('brings nothing with it', () => {
  expect(readdirSync(join(elsewhere, 'node_modules/@readout')).sort()).toEqual(['cli', 'client']);
  const others = readdirSync(join(elsewhere, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(others).toEqual(['@readout']);
});

const PROGRAM = `
import { createClient, failureOf, ReadoutError } from '@readout/client';
const { PAGE, TOKEN } = process.env;
const { rest, websocket } = await (await fetch(PAGE + '/config.json')).json();
const readout = createClient({ rest, websocket, idToken: async () => TOKEN });
const run = await readout.run('taxi/daily', { month: '2015-12' });
if (run.status !== 'succeeded') throw failureOf(run);
let rows = 0;
for await (const row of readout.rows(run.runId)) rows += row.length > 0 ? 1 : 0;
const refused = await readout.start('taxi/nothing').catch((error) => error instanceof ReadoutError && error.name);
console.log(JSON.stringify({ rows, refused }));
readout.close();
`;

it('lets a plain program run a report and read its rows', async () => {
  const { token } = await analyst();
  writeFileSync(join(elsewhere, 'program.js'), PROGRAM);
  const env = { ...process.env, PAGE: stack.page, TOKEN: token };
  const said = execFileSync(process.execPath, ['program.js'], { cwd: elsewhere, env, encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual({ rows: 31, refused: 'ReportNotFound' });
});

it('tells TypeScript what there is, without any file of this project', () => {
  const program = `
import { type Client, createClient } from '@readout/client';
const readout: Client = createClient({ rest: 'r', websocket: 'w', idToken: async () => 't' });
export const title: Promise<string> = readout.run('taxi/daily', { month: '2015-12' }).then((run) => run.title);
// @ts-expect-error: a run has no such field
export const colour = readout.run('taxi/daily').then((run) => run.colour);
`;
  writeFileSync(join(elsewhere, 'program.ts'), program);
  const options = { strict: true, noEmit: true, module: 'NodeNext', lib: ['ES2023', 'DOM'], types: [] };
  const config = { compilerOptions: options, files: ['program.ts'] };
  writeFileSync(join(elsewhere, 'tsconfig.json'), JSON.stringify(config));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  expect(() =>
    execFileSync(process.execPath, [tsc, '-p', '.'], { cwd: elsewhere, stdio: 'inherit' }),
  ).not.toThrow();
});

it('brings the command', async () => {
  const bin = join(elsewhere, 'node_modules/.bin/readout');
  const { run } = readoutCommand(join(elsewhere, 'home'), stack.page, bin);
  const { email, password } = stack.user;
  expect((await run(['login', '--email', email], { stdin: `${password}\n` })).code).toBe(0);
  const { code, stdout } = await run(['run', 'taxi/daily', '--month', '2015-12', '--format', 'csv']);
  expect([code, stdout.trimEnd().split(/\r?\n/).length]).toEqual([0, 32]);
});
