import { type Engine, openEngine } from '../engine/open-engine.ts';
import { openResultStore, type ResultStore } from '../engine/result-store.ts';
import { runText } from '../engine/run-text.ts';
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

const noObjects = { localPaths: async () => [] };

/** Columns and rows as text, read back through the stored result. */
const answer = async (sql: string) => {
  const connection = await engine.connect();
  try {
    const session = { connection, results, objects: noObjects, cancelled: () => false };
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
  if ('error' in one) await expect(answer(one.sql)).rejects.toThrow(one.error);
  else
    expect(await answer(one.sql)).toMatchObject({
      rows: one.rows,
      ...(one.columns && { columns: one.columns }),
    });
});
