import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeStatementCommand } from '@aws-sdk/client-redshift-data';
import { exampleRun, runKey } from '@readout/runtime/testing/examples.ts';
import { folderObjects } from '../../local/redshift-data/objects/folder-objects.ts';
import { startTestClient, type TestClient } from '../../local/redshift-data/test-client.ts';
import { unloadResult } from './unload-result.ts';

let root: string;
let data: TestClient;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unload-result-'));
  await mkdir(join(root, 'downloads'));
  data = await startTestClient({ objects: folderObjects(root) });
});
afterAll(async () => {
  await data.close();
  await rm(root, { recursive: true });
});

const runId = '0b6f6a0e-94c2-8d0e-aa3e-1f1f7a7b9c10';
const prefix = `prepared/${runKey.owner}/${runId}/`;

interface Source {
  sql: string;
  parameters?: { name: string; value: string }[];
  maxRows?: number;
}

/** Unloads the rows of a statement that has run, and answers what is in the bucket and how the batch ended. */
const unload = async ({ sql, parameters, maxRows }: Source, download: object = {}) => {
  const { Id: statementId } = await data.run(sql, { Parameters: parameters });
  const source = exampleRun({ status: 'succeeded', statementId, maxRows });
  const act = unloadResult({
    runs: { get: async ({ owner }) => (owner === source.owner ? source : undefined) },
    redshift: data.client,
    stackName: 'readout',
    warehouse: { Database: 'dev', WorkgroupName: 'analytics' },
    bucket: 'downloads',
  });
  const of = { of: source.runId, format: 'csv', ...download };
  const newId = `${runId.slice(0, -4)}${String(attempts++).padStart(4, '0')}`;
  const answer = await act({ runId: newId, owner: source.owner, download: of });
  const described = await data.client.send(
    new DescribeStatementCommand({ Id: answer.statementId, WaitTimeSeconds: 30 }),
  );
  const read = (name: string) =>
    readFile(join(root, 'downloads', prefix.replace(runId, newId), name), 'utf8').catch(() => undefined);
  return { described, read, newId };
};
let attempts = 1000;

test('writes the rows that the statement had, its values bound and in no SQL', async () => {
  const { described, read, newId } = await unload({
    sql: 'select n, :word as word from generate_series(1, 3) as t(n) where n >= cast(:least as integer) order by n -- the end',
    parameters: [
      { name: 'word', value: "it's ☃; drop table a" },
      { name: 'least', value: '2' },
    ],
  });
  expect(described).toMatchObject({ Status: 'FINISHED' });
  expect(await read('000.csv')).toBe("n,word\n2,it's ☃; drop table a\n3,it's ☃; drop table a\n");
  expect(JSON.parse((await read('manifest')) ?? '')).toMatchObject({ meta: { record_count: 2 } });
  expect(data.events).toContainEqual(
    expect.objectContaining({ detail: expect.objectContaining({ statementName: `readout:${newId}` }) }),
  );
  for (const { QueryString } of described.SubStatements ?? []) expect(QueryString).not.toContain('☃');
});

const hostile = "select '=1+1' as a, 'plain' as \"=b\", -1 as c, true as d, null::varchar as e";

test('what a spreadsheet would run is text, unless the values are wanted as they are', async () => {
  const safe = await unload({ sql: hostile });
  expect(await safe.read('000.csv')).toBe("a,'=b,c,d,e\n'=1+1,plain,-1,true,\n");
  const raw = await unload({ sql: hostile }, { raw: true });
  expect(await raw.read('000.csv')).toBe('a,=b,c,d,e\n=1+1,plain,-1,true,\n');
});

test('columns of one name, and of names that would end a string, are written', async () => {
  const { described, read } = await unload({
    sql: `select 1 as a, 2 as a, 3 as "q'\\x""y", 4 from (select 1) t`,
  });
  expect(described.Error).toBeUndefined();
  expect((await read('000.csv'))?.split('\n')[1]).toBe('1,2,3,4');
  expect((await read('000.csv'))?.split('\n')[0]).toMatch(/^a,a_2,/);
});

test('no more rows than may be read', async () => {
  const sql = 'with t as (select n from generate_series(1, 9) as t(n)) select n from t';
  const { read } = await unload({ sql, maxRows: 4 }, { format: 'parquet' });
  expect(JSON.parse((await read('manifest')) ?? '')).toMatchObject({ meta: { record_count: 4 } });
  expect(await read('000.parquet')).toMatch(/^PAR1/);
});

test.each([
  [{ status: 'succeeded' as const, statementId: 'c016234e-5c6c-4bc5-bb16-2c5b8ff61814' }],
  [{ status: 'succeeded' as const }],
])('a statement that is forgotten is an expired result', async (change) => {
  const act = unloadResult({
    runs: { get: async () => exampleRun(change) },
    redshift: data.client,
    stackName: 'readout',
    warehouse: { Database: 'dev' },
    bucket: 'downloads',
  });
  const event = { runId, owner: runKey.owner, download: { of: exampleRun().runId, format: 'csv' } };
  await expect(act(event)).rejects.toMatchObject({ name: 'ResultExpired' });
});
