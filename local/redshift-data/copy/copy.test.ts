import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { folderObjects } from '../objects/folder-objects.ts';
import { startTestClient, type TestClient } from '../test-client.ts';

const flights = fileURLToPath(
  new URL('../../../node_modules/vega-datasets/data/flights-3m.parquet', import.meta.url),
);
let folder: string;
let data: TestClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copy-'));
  const files: Record<string, string[]> = {
    's3://lake/flights/': [flights],
    's3://lake/trips/': [join(folder, 'a.csv'), join(folder, 'b.csv')],
    's3://lake/pipes.gz': [join(folder, 'pipes.gz')],
    's3://lake/bad.csv': [join(folder, 'bad.csv')],
    's3://lake/worse.csv': [join(folder, 'bad.csv')],
  };
  await writeFile(join(folder, 'a.csv'), 'id,day,note\n1,2015-12-01,"a, ""b"""\n2,,\n');
  await writeFile(join(folder, 'b.csv'), 'id,day,note\n3,2015-12-03,\\N\n');
  await writeFile(join(folder, 'pipes.gz'), gzipSync('4|2015-12-04|x\n'));
  await writeFile(join(folder, 'bad.csv'), 'x,2015-12-04,y\n');
  data = await startTestClient({
    objects: { ...folderObjects(folder), localPaths: async (uri) => files[uri] ?? [] },
  });
});
afterAll(async () => {
  await data.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await data.run('drop table if exists trips');
  await data.run('create table trips (id integer, day date, note varchar(20))');
});

it('loads three million real rows of Parquet by the position of their columns', async () => {
  await data.run(`create table flights (flight_date timestamp sortkey, delay bigint encode az64, distance bigint,
    origin char(3), destination char(3) not null) diststyle even`);
  const copied = await data.run("copy flights from 's3://lake/flights/' iam_role default format as parquet");
  expect(copied).toMatchObject({ Status: 'FINISHED', ResultRows: 0, HasResultSet: false });
  expect(await data.rows('select count(*), min(origin), sum(delay) from flights')).toEqual([
    ['3000000', 'ABE', expect.stringMatching(/^\d+$/)],
  ]);
  const monthly = `select date_trunc('month', flight_date) as month, count(*) as flights, avg(delay) as delay
    from flights where origin = :origin and flight_date between :from and :to group by 1 order by 1`;
  const Parameters = [
    { name: 'origin', value: 'SFO' },
    { name: 'from', value: '2001-01-01' },
    { name: 'to', value: '2001-03-31' },
  ];
  expect((await data.rows(monthly, { Parameters })).map(([month]) => month)).toEqual([
    '2001-01-01 00:00:00',
    '2001-02-01 00:00:00',
    '2001-03-01 00:00:00',
  ]);
});

it('loads every CSV under a prefix; an empty field is NULL unless the column is text', async () => {
  await data.run(
    "copy trips from 's3://lake/trips/' iam_role 'arn:aws:iam::000000000000:role/x' csv ignoreheader 1",
  );
  expect(await data.rows('select * from trips order by id')).toEqual([
    ['1', '2015-12-01', 'a, "b"'],
    ['2', null, ''],
    ['3', '2015-12-03', null],
  ]);
});

it('loads chosen columns of a compressed, delimited file', async () => {
  await data.run("copy trips (id, day, note) from 's3://lake/pipes.gz' iam_role default gzip delimiter '|'");
  expect(await data.rows('select * from trips')).toEqual([['4', '2015-12-04', 'x']]);
});

it.each([
  [
    "copy trips from 's3://lake/none' iam_role default csv",
    "ERROR: The specified S3 prefix 'none' does not exist",
  ],
  [
    "copy nowhere from 's3://lake/trips/' iam_role default csv",
    'ERROR: Cannot COPY into nonexistent table nowhere',
  ],
  [
    "copy trips from 's3://lake/bad.csv' iam_role default csv",
    "ERROR: Load into table 'trips' failed.  Check 'stl_load_errors' system table for details.",
  ],
  [
    "copy trips from 's3://lake/flights/' iam_role default parquet",
    'ERROR: Unmatched number of columns between table and file. Table columns: 3, Data columns: 5, File name: s3://lake/flights/',
  ],
  [
    "copy trips (id, day, nothing) from 's3://lake/trips/' iam_role default csv",
    'ERROR: column "nothing" of relation "trips" does not exist',
  ],
  ["copy trips from '/etc/passwd' iam_role default csv", "ERROR: not emulated: COPY FROM '/etc/passwd'"],
])('%s fails', async (sql, message) => {
  expect(await data.run(sql)).toMatchObject({ Status: 'FAILED', Error: message });
  expect(await data.rows('select count(*) from trips')).toEqual([['0']]);
});

it('keeps what failed where it can be read, whatever was rolled back', async () => {
  await data.run("copy trips from 's3://lake/worse.csv' iam_role default csv");
  const errors = `select line_number, colname, raw_field_value, err_code, err_reason from stl_load_errors
    where filename = 's3://lake/worse.csv'`;
  const reason = "Invalid digit, Value 'x', Pos 0, Type: Integer";
  expect(await data.rows(errors)).toEqual([['1', 'id', 'x', '1207', reason]]);
  const details = `select error_message from sys_load_error_detail where file_name = 's3://lake/worse.csv'`;
  expect(await data.rows(details)).toEqual([[reason]]);
});
