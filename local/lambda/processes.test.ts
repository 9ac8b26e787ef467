import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lambdaFixture } from './fixture.ts';

const { lambda, lines, deploy, folder, close } = lambdaFixture();
afterAll(close);

const pidHandler = 'exports.handler = async () => process.pid';
/** Answers its process id once the file `gate` exists, so that a test decides how long it is busy. */
const gateHandler = `const { existsSync } = require('node:fs');
  exports.handler = async ({ gate }) => {
    while (!existsSync(gate)) await new Promise((r) => setTimeout(r, 5));
    return process.pid;
  }`;
const pidOf = async (invoked: ReturnType<typeof lambda.invoke>) => (await invoked).payload as number;
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const until = async (condition: () => boolean) => {
  while (!condition()) await wait(5);
};

it('reuses an idle process', async () => {
  const { name } = deploy(pidHandler);
  const first = await pidOf(lambda.invoke(name, {}));
  expect(await pidOf(lambda.invoke(name, {}))).toBe(first);
});

it('starts a process per concurrent event, and queues beyond the limit', async () => {
  const small = lambdaFixture({ limits: { processesPerFunction: 2 } });
  const gate = join(folder({}), 'gate');
  const { name } = small.deploy(gateHandler);
  const pids = Promise.all([1, 2, 3, 4].map(() => pidOf(small.lambda.invoke(name, { gate }))));
  await until(() => small.lines.filter((line) => line.startsWith('START')).length === 2);
  writeFileSync(gate, '');
  const found = await pids;
  await small.close();
  expect(found).toHaveLength(4);
  expect(new Set(found).size).toBe(2);
});

it('gives a waiting event to whichever process is ready first', async () => {
  const dir = folder({});
  // Only the first process comes up before the file `open` is there.
  const { name } = deploy(`const { existsSync, mkdirSync } = require('node:fs');
    const dir = ${JSON.stringify(dir)};
    const isFirst = () => { try { mkdirSync(dir + '/first'); return true; } catch { return false; } };
    if (!isFirst()) while (!existsSync(dir + '/open')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    ${pidHandler}`);
  const pids = await Promise.all([1, 2, 3, 4, 5].map(() => pidOf(lambda.invoke(name, {}))));
  writeFileSync(join(dir, 'open'), '');
  expect(new Set(pids).size).toBe(1);
});

it('throttles beyond the reserved concurrency', async () => {
  const gate = join(folder({}), 'gate');
  const { name } = deploy(gateHandler, { reservedConcurrency: 1 });
  const running = lambda.invoke(name, { gate });
  await expect(lambda.invoke(name, { gate })).rejects.toMatchObject({
    name: 'TooManyRequestsException',
    status: 429,
    members: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
  });
  writeFileSync(gate, '');
  expect((await running).statusCode).toBe(200);
});

it('runs replaced code from the next event on, while the event in hand ends on the old', async () => {
  const gate = join(folder({}), 'gate');
  const { name, codeDir } = deploy(gateHandler);
  lines.length = 0;
  const old = pidOf(lambda.invoke(name, { gate }));
  await until(() => lines.some((line) => line.startsWith('START')));
  writeFileSync(join(codeDir, 'handler.js'), `exports.handler = async () => 'new'`);
  lambda.updateFunction(name, {});
  expect((await lambda.invoke(name, {})).payload).toBe('new');
  writeFileSync(gate, '');
  const oldPid = await old;
  await until(() => !alive(oldPid));
  expect((await lambda.invoke(name, {})).payload).toBe('new');
});

it('ends a process that has been idle for long', async () => {
  const brief = lambdaFixture({ limits: { idleMs: 1 } });
  const { name } = brief.deploy(pidHandler);
  const pid = await pidOf(brief.lambda.invoke(name, {}));
  await until(() => !alive(pid));
  const next = await pidOf(brief.lambda.invoke(name, {}));
  await brief.close();
  expect(next).not.toBe(pid);
});

it('leaves no process behind when it closes, and answers the events in hand', async () => {
  const closing = lambdaFixture();
  const idle = await pidOf(closing.lambda.invoke(closing.deploy(pidHandler).name, {}));
  const busy = closing.deploy(`exports.handler = () => { console.log('pid', process.pid); for (;;); }`);
  const inHand = closing.lambda.invoke(busy.name, {});
  await until(() => closing.lines.some((line) => line.includes('pid')));
  const busyPid = Number(/pid (\d+)/.exec(closing.lines.join('\n'))?.[1]);
  await closing.close();
  expect((await inHand).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
  expect([idle, busyPid].map(alive)).toEqual([false, false]);
});

it('takes its processes along when it is killed itself, even out of a busy loop', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'readout-lambda-'));
  const pidFile = join(dir, 'pid');
  const parent = join(dir, 'parent.mts');
  const lambdaFile = fileURLToPath(new URL('./fixture.ts', import.meta.url));
  writeFileSync(
    parent,
    `import { lambdaFixture } from ${JSON.stringify(lambdaFile)};
     const { lambda, deploy } = lambdaFixture();
     const code = "exports.handler = ({ pidFile }) => { require('node:fs').writeFileSync(pidFile, String(process.pid)); for (;;); }";
     lambda.invoke(deploy(code).name, { pidFile: ${JSON.stringify(pidFile)} });`,
  );
  const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url));
  const killed = spawn(process.execPath, ['--import', tsx, parent], { stdio: 'inherit' });
  await until(() => existsSync(pidFile) && read(pidFile) > 0);
  const pid = read(pidFile);
  expect(alive(pid)).toBe(true);
  killed.kill('SIGKILL');
  await until(() => !alive(pid));
  rmSync(dir, { recursive: true });
});

const read = (file: string) => Number(readFileSync(file, 'utf8'));
