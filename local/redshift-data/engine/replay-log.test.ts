import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from './open-engine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const contents = async (file: string): Promise<unknown> => {
  const engine = await openEngine(file);
  const connection = await engine.connect();
  const rows = (await connection.runAndReadAll('select * from t')).getRowsJson();
  connection.closeSync();
  engine.close();
  return rows;
};

it('opens a file as a process that was killed has left it, and once more', async () => {
  const [file, killed] = [join(folder, 'a.duckdb'), join(folder, 'killed.duckdb')];
  const engine = await openEngine(file);
  const connection = await engine.connect();
  await connection.run('create table t (a varchar check (strlen(a) <= 3))');
  await connection.run("comment on column t.a is 'varchar(3)'");
  await connection.run("insert into t values ('x')");
  for (const suffix of ['', '.wal']) copyFileSync(`${file}${suffix}`, `${killed}${suffix}`);
  connection.closeSync();
  engine.close();
  expect(await contents(killed)).toEqual([['x']]);
  expect(await contents(killed)).toEqual([['x']]);
});
