import { cursorAt, FIRST_CURSOR } from './cursor.ts';
import type { RunRecord } from './run-record.ts';
import { ada, bob, exampleRun, noon, runKey } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const id = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(index).padStart(12, '0')}`;
const many = <Item>(count: number, make: (index: number) => Promise<Item>): Promise<Item[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const create = (index: number, owner = ada.id): Promise<RunRecord> =>
  tables.runs.create(exampleRun({ runId: id(index), owner }));
const begin = (index: number): Promise<RunRecord | undefined> =>
  tables.runs.transition({ owner: ada.id, runId: id(index) }, { status: 'running', at: noon });
const cursors = (records: (RunRecord | undefined)[]): (string | undefined)[] =>
  records.map((record) => record?.cursor).sort();
const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => cursorAt(from + index));

test('changes made at the same time all happen, and are numbered without a gap or a double', async () => {
  expect(cursors(await many(20, create))).toEqual(numbers(1, 20));
  expect(cursors(await many(20, begin))).toEqual(numbers(21, 40));
  const known = await tables.runs.changedSince(ada.id, FIRST_CURSOR, 100);
  expect(known.map(({ cursor, status }) => [cursor, status])).toEqual(
    numbers(21, 40).map((cursor) => [cursor, 'running']),
  );
});

test('each person has numbers of their own', async () => {
  await create(1);
  await create(2);
  expect(await create(1, bob.id)).toMatchObject({ cursor: cursorAt(1) });
  expect(await create(3)).toMatchObject({ cursor: cursorAt(3) });
});

test('a change that is not made takes no number', async () => {
  await create(1);
  await begin(1);
  expect(await begin(1)).toBeUndefined();
  expect(await begin(2)).toBeUndefined();
  expect(await create(2)).toMatchObject({ cursor: cursorAt(3) });
});

test('of changes that exclude each other one is made', async () => {
  await tables.runs.create(exampleRun());
  const made = await Promise.all(
    (['cancelled', 'succeeded', 'failed', 'cancelled'] as const).map((status) =>
      tables.runs.transition(runKey, { status, at: noon }),
    ),
  );
  const [ended, ...others] = made.filter((record) => record !== undefined);
  expect(others).toEqual([]);
  expect(await tables.runs.get(runKey)).toEqual(ended);
});

test('who has seen a number has seen all up to it, however many write meanwhile', async () => {
  const seen = new Map<string, string>();
  let writing = true;
  const read = async (since: string): Promise<string> => {
    const changed = await tables.runs.changedSince(ada.id, since, 3);
    for (const { runId, cursor } of changed) seen.set(runId, cursor);
    return changed.at(-1)?.cursor ?? since;
  };
  const follow = async (): Promise<string> => {
    let since = FIRST_CURSOR;
    while (writing) since = await read(since);
    return since;
  };
  const following = follow();
  const written = await many(12, async (index) => {
    await create(index);
    return begin(index);
  });
  writing = false;
  let since = await following;
  for (let next = await read(since); next > since; next = await read(since)) since = next;
  expect(Object.fromEntries(seen)).toEqual(
    Object.fromEntries(written.map((record) => [record?.runId, record?.cursor])),
  );
});
