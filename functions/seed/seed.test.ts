import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { seed } from './seed.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The layers of a deployment, unpacked in one folder. */
const FILES = {
  'reports/taxi/daily.sql': 'select 1',
  'reports/airports.sql': 'select 2',
  'schema/b.sql': 'create table b ();',
  'schema/a.sql': "create table a (); comment on table a is 'x;y';",
  'sample/a.sql': "delete from a; copy a from 's3://{{ data_bucket }}/sample/a.csv'",
  'data/a.csv': 'x\n1\n',
  'nodejs/node_modules/zod/index.js': 'not ours',
  'reports/.hidden': 'not ours either',
};

const setup = async (initial: Record<string, string> = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'seed-'));
  folders.push(root);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(FILES)) await write(path, text);
  const buckets = testBuckets(initial);
  const log = keepingLog();
  const ran: [string, ...string[]][] = [];
  const failing = new Set<string>();
  const runBatch = async (script: string, statements: string[]) => {
    if (failing.has(script)) throw new Error(`${script}: ERROR: out of luck`);
    ran.push([script, ...statements]);
    return 12;
  };
  const loaded: [string[], string][] = [];
  const datasets = {
    markLoaded: async (tables: readonly string[], at: Date) =>
      void loaded.push([[...tables], at.toISOString()]),
  };
  const place = {
    sqlFolder: root,
    dataFolder: join(root, 'data'),
    templateBucket: 'templates',
    dataBucket: 'data-bucket',
    downloadBucket: 'download-bucket',
    warehouse: { Database: 'dev', WorkgroupName: 'readout' },
  };
  const act = seed({ objects: buckets.client, runBatch, datasets, log, now: () => noon, place });
  const deploy = (properties: object = { SampleData: 'true' }) => {
    ran.length = 0;
    buckets.asked.length = 0;
    return act({ type: 'Update', properties: { ...properties } });
  };
  const puts = () => buckets.asked.filter((one) => one.startsWith('Put') && !one.includes('manifest'));
  return { ...buckets, root, write, act, deploy, puts, ran, loaded, log, failing, place };
};

it('puts sql/ into the template bucket and the data into the data bucket, and nothing of other layers', async () => {
  const { deploy, objects } = await setup();
  await deploy();
  expect([...objects.keys()].sort()).toEqual([
    'data-bucket/sample/a.csv',
    'data-bucket/seed/manifest.json',
    'templates/reports/airports.sql',
    'templates/reports/taxi/daily.sql',
    'templates/sample/a.sql',
    'templates/schema/a.sql',
    'templates/schema/b.sql',
  ]);
  expect(objects.get('templates/reports/taxi/daily.sql')).toBe('select 1');
});

it('runs schema scripts, then sample scripts, a batch each', async () => {
  const { deploy, ran, log } = await setup();
  await deploy();
  expect(ran).toEqual([
    ['schema/a.sql', 'create table a ()', "comment on table a is 'x;y'"],
    ['schema/b.sql', 'create table b ()'],
    ['sample/a.sql', 'delete from a', "copy a from 's3://data-bucket/sample/a.csv'"],
  ]);
  expect(log.entries.map(({ message }) => message)).toContain('sample/a.sql: 2 statements.');
});

it('tells which tables were loaded, and when', async () => {
  const { deploy, loaded, write } = await setup();
  await deploy();
  await deploy();
  const at = noon.toISOString();
  expect(loaded.filter(([tables]) => tables.length > 0)).toEqual([[['a'], at]]);
  await write('data/a.csv', 'x\n2\n');
  await deploy();
  expect(loaded.at(-1)).toEqual([['a'], at]);
  expect(loaded.filter(([tables]) => tables.length > 0)).toHaveLength(2);
});

it('tells of no table whose script has failed', async () => {
  const { deploy, loaded, failing } = await setup();
  failing.add('sample/a.sql');
  await expect(deploy()).rejects.toThrow('out of luck');
  expect(loaded.flatMap(([tables]) => tables)).toEqual([]);
});

it('does nothing again that has not changed', async () => {
  const { deploy, puts, ran } = await setup();
  await deploy();
  await deploy();
  expect(puts()).toEqual([]);
  expect(ran).toEqual([]);
});

it.each([
  ['a script', 'schema/b.sql', 'create table b (x int)', ['schema/b.sql']],
  ['a data file', 'data/a.csv', 'x\n2\n', ['sample/a.sql']],
  ['a report', 'reports/airports.sql', 'select 3', []],
])('after a change of %s does only what hangs on it', async (_name, path, text, scripts) => {
  const { deploy, write, puts, ran } = await setup();
  await deploy();
  await write(path, text);
  await deploy();
  expect(puts()).toHaveLength(1);
  expect(ran.map(([script]) => script)).toEqual(scripts);
});

it('fills another warehouse from the start', async () => {
  const { deploy, ran, place } = await setup();
  await deploy();
  place.warehouse.WorkgroupName = 'another';
  await deploy();
  expect(ran).toHaveLength(3);
});

it('deletes a report that was removed, and leaves what others have put there', async () => {
  const { deploy, root, objects } = await setup({ 'templates/reports/uploaded-by-hand.sql': 'select 9' });
  await deploy();
  await rm(join(root, 'reports/airports.sql'));
  await deploy();
  expect(objects.has('templates/reports/airports.sql')).toBe(false);
  expect(objects.has('templates/reports/uploaded-by-hand.sql')).toBe(true);
});

it('creates and loads no tables when told not to', async () => {
  const { deploy, ran, objects } = await setup();
  await deploy({ SampleData: 'false' });
  expect(ran).toEqual([]);
  expect(objects.has('data-bucket/sample/a.csv')).toBe(false);
  expect(objects.has('templates/reports/airports.sql')).toBe(true);
});

it('fails with Redshift’s message, and takes up there the next time', async () => {
  const { deploy, ran, failing } = await setup();
  failing.add('sample/a.sql');
  await expect(deploy()).rejects.toThrow('sample/a.sql: ERROR: out of luck');
  failing.clear();
  await deploy();
  expect(ran.map(([script]) => script)).toEqual(['sample/a.sql']);
});

it('refuses a script with a constant that there is none of', async () => {
  const { deploy, write } = await setup();
  await write('sample/a.sql', "copy a from 's3://{{ bucket }}/a'");
  await expect(deploy()).rejects.toThrow('sample/a.sql: there is no constant bucket, only data_bucket');
});

it('pastes nothing that could end the quotes around it', async () => {
  const { deploy, place, ran } = await setup();
  place.dataBucket = "x'; drop table a; --";
  await expect(deploy()).rejects.toThrow('is not a bucket');
  expect(ran.map(([script]) => script)).not.toContain('sample/a.sql');
});

it('refuses properties that it does not know', async () => {
  const { deploy, ran } = await setup();
  await expect(deploy({ SampleData: 'yes' })).rejects.toThrow('SampleData');
  expect(ran).toEqual([]);
});

it('empties both buckets at the end, of old versions too', async () => {
  const { act, deploy, write, objects, old } = await setup();
  await deploy();
  await write('reports/airports.sql', 'select 3');
  await deploy();
  expect(old).not.toEqual([]);
  await act({ type: 'Delete', properties: {} });
  expect([...objects.keys(), ...old]).toEqual([]);
});
