import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type Engine, openEngine } from '../engine/open-engine.ts';
import { openResultStore, type ResultStore } from '../engine/result-store.ts';
import { runText } from '../engine/run-text.ts';
import { folderObjects } from '../objects/folder-objects.ts';
import { forms } from './forms.ts';

let engine: Engine;
let results: ResultStore;

beforeAll(async () => {
  engine = await openEngine();
  results = await openResultStore();
});
afterAll(async () => {
  engine.close();
  await results.close();
});

/** Columns and rows as text, read back through the stored result. */
const answer = async (sql: string, bucket: string) => {
  const connection = await engine.connect();
  try {
    const session = { connection, results, objects: folderObjects(bucket), cancelled: () => false };
    const { result } = await runText(session, sql, new Map());
    const { records } = result ? await result.page(0n) : { records: '[]' };
    const rows = (JSON.parse(records) as Record<string, unknown>[][]).map((row) =>
      row.map((field) => (field.isNull ? null : String(Object.values(field)[0]))),
    );
    return { rows, columns: result?.columns.map(({ name }) => name) };
  } finally {
    connection.closeSync();
  }
};

const cases = forms.flatMap(({ name, cases }) => cases.map((one) => ({ rule: name, ...one })));

test.each(cases)('$rule: $sql', async (one) => {
  const root = await mkdtemp(join(tmpdir(), 'cases-'));
  await place(root, one.objects ?? {});
  if ('error' in one) await expect(answer(one.sql, root)).rejects.toThrow(one.error);
  else if ('writes' in one) {
    await answer(one.sql, root);
    expect(await contents(root)).toEqual(matching(one.writes));
  } else
    expect(await answer(one.sql, root)).toMatchObject({
      rows: one.rows,
      ...(one.columns && { columns: one.columns }),
    });
  await rm(root, { recursive: true });
});

const place = async (root: string, objects: Record<string, string | Uint8Array>) => {
  for (const [key, content] of Object.entries(objects)) {
    await mkdir(dirname(join(root, key)), { recursive: true });
    await writeFile(join(root, key), content);
  }
};

const contents = async (root: string): Promise<Record<string, string>> => {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [relative(root, path), await readFile(path, 'latin1')] as const),
    ),
  );
};

const matching = (writes: Record<string, string | RegExp>) =>
  Object.fromEntries(
    Object.entries(writes).map(([key, text]) => [
      key,
      typeof text === 'string' ? Buffer.from(text).toString('latin1') : expect.stringMatching(text),
    ]),
  );
