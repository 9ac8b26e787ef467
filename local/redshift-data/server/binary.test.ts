import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  type ExecuteStatementCommandInput,
  GetStatementResultCommand,
  ListDatabasesCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { type RunningBinary, runBinary } from './run-binary.ts';

const packageDir = fileURLToPath(new URL('..', import.meta.url));
const binary = join(packageDir, 'bin/redshift-data-local.mjs');
const run = promisify(execFile);
let folder: string;
const ending: (() => unknown)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redshift-data-binary-'));
});
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});
afterAll(() => rm(folder, { recursive: true }));

const start = async (...options: string[]) => {
  const running = await runBinary(binary, options);
  ending.push(() => running.child.exitCode ?? running.interrupt());
  return { running, ...clientOf(running) };
};
const clientOf = ({ endpoint }: RunningBinary) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new RedshiftDataClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  ending.unshift(() => client.destroy());
  const execute = async (Sql: string, more: Partial<ExecuteStatementCommandInput> = {}) => {
    const input = { Sql, WorkgroupName: 'any', Database: 'dev', ...more };
    const { Id } = await client.send(new ExecuteStatementCommand(input));
    return client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
  };
  const values = async (Sql: string) => {
    const { Id, Error: failure } = await execute(Sql);
    if (failure) throw new Error(failure);
    const { Records = [] } = await client.send(new GetStatementResultCommand({ Id }));
    return Records.map((row) => row.map((field) => Object.values(field)[0]));
  };
  return { client, execute, values };
};

it('keeps tables in its file, reads s3:// in a folder, and ends on Ctrl-C', async () => {
  const lake = join(folder, 's3');
  await mkdir(join(lake, 'lake/trips'), { recursive: true });
  await writeFile(join(lake, 'lake/trips/a.csv'), '1,a\n2,b\n');
  const options = ['--database', join(folder, 'warehouse.duckdb'), '--s3', lake];
  const first = await start(...options);
  await first.execute('create table trips (id integer, note varchar(10))');
  const copied = await first.execute("copy trips from 's3://lake/trips/' iam_role default csv");
  expect(copied).toMatchObject({ Status: 'FINISHED' });
  expect(await first.running.interrupt()).toBe(0);
  const second = await start(...options);
  expect(await second.values('select id, note from trips order by id')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

it('has the targets, the database and the rates that it was told', async () => {
  const { client, execute } = await start(
    ...[
      '--workgroup',
      'first',
      '--workgroup',
      'second',
      '--cluster',
      'third',
      '--database-name',
      'sales',
      '--throttle',
    ],
  );
  await expect(execute('select 1')).rejects.toThrow("Redshift endpoint doesn't exist in this region.");
  expect((await execute('select 1', { WorkgroupName: 'second', Database: 'sales' })).Status).toBe('FINISHED');
  const failed = await execute('select 1', { WorkgroupName: undefined, ClusterIdentifier: 'third' });
  expect(failed.Error).toBe('FATAL: database "dev" does not exist');
  const listed = await client.send(new ListDatabasesCommand({ WorkgroupName: 'first', Database: 'sales' }));
  expect(listed.Databases).toEqual(['sales']);
  const burst = () =>
    Promise.allSettled(
      Array.from({ length: 60 }, () => execute('--', { WorkgroupName: 'first', Database: 'sales' })),
    );
  let refused: PromiseSettledResult<unknown>[] = [];
  // A machine that has much else to do may be too slow for the rate, but not always.
  while (refused.length === 0) refused = (await burst()).filter(({ status }) => status === 'rejected');
  expect(refused[0]).toMatchObject({ reason: { name: 'ThrottlingException' } });
});

it('sends events to an EventBridge API, as faulty as asked', async () => {
  const received: { DetailType: string; Source: string; Detail: string }[] = [];
  const twice = new Promise<void>((done) => {
    const bus = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push(...JSON.parse(Buffer.concat(chunks).toString()).Entries);
      response.end('{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}');
      if (received.length === 2) done();
    }).listen(0, '127.0.0.1');
    ending.push(() => bus.close());
    ending.unshift(() => bus.closeAllConnections());
    bus.once('listening', async () => {
      const address = `http://127.0.0.1:${(bus.address() as AddressInfo).port}`;
      const { execute } = await start('--events-endpoint', address, '--fault', 'duplicate=1');
      await execute('select 1', { WithEvent: true, StatementName: 'mine' });
    });
  });
  await twice;
  expect(received[0]).toEqual(received[1]);
  expect(received[0]).toMatchObject({
    Source: 'aws.redshift-data',
    DetailType: 'Redshift Data Statement Status Change',
  });
  expect(JSON.parse(received[0]?.Detail ?? '')).toMatchObject({ state: 'FINISHED', statementName: 'mine' });
});

it.each([
  [
    'a taken port',
    ({ endpoint }: RunningBinary) => ['--port', new URL(endpoint).port],
    /^Port \d+ is taken\./,
  ],
  ['a fault that is none', () => ['--fault', 'lose=2'], /lose=2: expected a number from 0 to 1/],
  ['a word that is no address', () => ['--s3-endpoint', 'here'], /Expected http/],
  ['a database that is none', () => ['--database', binary], /redshift-data-local\.mjs/],
])('says %s plainly', async (_what, options, message) => {
  const { running } = await start();
  const failure = await run(process.execPath, [binary, ...options(running)]).catch((error) => error);
  expect(failure).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
  expect(failure.stderr).not.toMatch(/\n\s+at /);
});

it('is the same when it was built and installed: two folders and the engine', async () => {
  await run(process.execPath, [join(packageDir, 'build.mjs')]);
  const { files, bin, dependencies } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies)).toEqual(['@duckdb/node-api']);
  const installed = join(folder, 'installed');
  await cp(join(packageDir, 'package.json'), join(installed, 'package.json'));
  for (const name of files) await cp(join(packageDir, name), join(installed, name), { recursive: true });
  await mkdir(join(installed, 'node_modules'));
  const engine = fileURLToPath(new URL('../../../node_modules/@duckdb', import.meta.url));
  await symlink(engine, join(installed, 'node_modules/@duckdb'));
  const running = await runBinary(join(installed, bin['redshift-data-local']), []);
  ending.push(() => running.interrupt());
  const { values } = clientOf(running);
  expect(await values("select dateadd(day, 1, '2020-02-28'::date)::date as a")).toEqual([['2020-02-29']]);
});
