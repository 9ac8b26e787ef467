import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectSource } from '../index.ts';
import { folderObjects } from '../objects/folder-objects.ts';
import { startTestClient, type TestClient } from '../test-client.ts';

let root: string;
let objects: ObjectSource;
let data: TestClient;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unload-'));
  await mkdir(join(root, 'lake'));
  objects = folderObjects(root);
  data = await startTestClient({ objects });
});
afterAll(async () => {
  await data.close();
  await rm(root, { recursive: true });
});

const twelve = Array.from({ length: 12 }, (_, number) => `select ${number} as n`).join(' union all ');
const megabytes = `select a.n * 12 + b.n as n, repeat(''x'', 60000) as text
  from (${twelve}) a cross join (${twelve}) b order by n`;
const names = async (prefix: string) =>
  (await objects.localPaths(prefix)).map((path) => path.slice(path.lastIndexOf('/') + 1));

it.each([
  ['', ['0000_part_00', '0000_part_01']],
  ['gzip', ['0000_part_00.gz', '0000_part_01.gz']],
  ['parallel off', ['000', '001']],
])('cuts what is larger than MAXFILESIZE into objects of the bucket (%s)', async (options, parts) => {
  const unload = `unload ('${megabytes}') to 's3://lake/big/' iam_role default maxfilesize 5 mb cleanpath`;
  const described = await data.run(`${unload} ${options}`);
  expect(described).toMatchObject({ Status: 'FINISHED', HasResultSet: false });
  expect(await names('s3://lake/big/')).toEqual(parts);
  await data.run('create table if not exists big (n integer, text varchar(max)); truncate big');
  const copied = await data.run(
    `copy big from 's3://lake/big/' iam_role default ${options === 'gzip' ? 'gzip' : ''}`,
  );
  expect(copied.Error).toBeUndefined();
  expect(await data.rows('select count(*), count(distinct n), min(len(text)) from big')).toEqual([
    ['144', '144', '60000'],
  ]);
});

it('writes Parquet of every type that comes back as it was', async () => {
  const values = `select 1::smallint as a, 2::bigint as b, 1.50::decimal(5,2) as c, 2.5::float as d, true as e,
    date '2020-01-02' as f, timestamp '2020-01-02 03:04:05.678' as g, 'x' as h, sum(n) as i from (${twelve})`;
  await data.run(`create table kinds as ${values}`);
  const unloaded = await data.run(
    "unload ($$select * from kinds$$) to 's3://lake/kinds/' iam_role default parquet manifest",
  );
  expect(unloaded.Error).toBeUndefined();
  await data.run('create table copied (like kinds)');
  const copied = await data.run(
    "copy copied from 's3://lake/kinds/manifest' iam_role default parquet manifest",
  );
  expect(copied.Error).toBeUndefined();
  expect(await data.rows('select * from copied')).toEqual(await data.rows('select * from kinds'));
});
