import { cursorAt, FIRST_CURSOR } from './cursor.ts';
import type { RunRecord } from './run-record.ts';
import { Runs } from './runs.ts';
import { ada, bob, exampleRun, noon, runKey } from './testing/examples.ts';
import { meddling } from './testing/meddling.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const id = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-00000000000${index}`;
const minute = (index: number): Date => new Date(noon.getTime() + index * 60_000);
const recorded = (index: number, change: Partial<RunRecord> = {}): Promise<RunRecord> =>
  tables.runs.create(exampleRun({ runId: id(index), createdAt: minute(index).toISOString(), ...change }));
const ids = (runs: RunRecord[]): string[] => runs.map(({ runId }) => runId);

describe('the runs of a person', () => {
  beforeEach(async () => {
    for (const index of [3, 1, 2]) await recorded(index);
    await recorded(4, { owner: bob.id });
  });

  test('that changed since a cursor come in the order of their changes', async () => {
    expect(ids(await tables.runs.changedSince(ada.id, FIRST_CURSOR, 10))).toEqual([id(3), id(1), id(2)]);
    expect(ids(await tables.runs.changedSince(ada.id, cursorAt(1), 10))).toEqual([id(1), id(2)]);
    expect(await tables.runs.changedSince(ada.id, cursorAt(3), 10)).toEqual([]);
  });

  test('are cut off at the limit: the earliest after a cursor, the newest without', async () => {
    expect(ids(await tables.runs.changedSince(ada.id, FIRST_CURSOR, 2))).toEqual([id(3), id(1)]);
    expect(ids(await tables.runs.newest(ada.id, 2))).toEqual([id(1), id(2)]);
  });

  test('that changed again come with their last change only', async () => {
    await tables.runs.transition({ owner: ada.id, runId: id(3) }, { status: 'running', at: noon });
    expect(ids(await tables.runs.changedSince(ada.id, FIRST_CURSOR, 10))).toEqual([id(1), id(2), id(3)]);
  });
});

describe('the runs that have not ended', () => {
  test('are found while they are queued or running, and no longer', async () => {
    await recorded(1);
    const key = { owner: ada.id, runId: id(1) };
    const found = async () => (await tables.runs.openBefore(minute(9), 10)).map(({ status }) => status);
    expect(await found()).toEqual(['queued']);
    await tables.runs.transition(key, { status: 'running', at: noon });
    expect(await found()).toEqual(['running']);
    await tables.runs.transition(key, { status: 'succeeded', at: noon });
    expect(await found()).toEqual([]);
  });

  test('of everybody come from the earliest on, those before a time only, up to a limit', async () => {
    await recorded(3);
    await recorded(1, { owner: bob.id });
    await recorded(2);
    expect(ids(await tables.runs.openBefore(minute(3), 10))).toEqual([id(1), id(2)]);
    expect(ids(await tables.runs.openBefore(minute(3), 1))).toEqual([id(1)]);
  });

  test('do not hold one that had ended when it was recorded', async () => {
    await recorded(1, { status: 'failed' });
    expect(await tables.runs.openBefore(minute(9), 10)).toEqual([]);
  });
});

describe('the runs of a day', () => {
  beforeEach(async () => {
    for (const index of [1, 3, 2]) await recorded(index);
    await recorded(4, { owner: bob.id });
    await recorded(5, { createdAt: '2015-12-02T00:00:00.000Z' });
  });

  test('of everybody come from the latest on', async () => {
    const { runs, next } = await tables.runs.ofDay('2015-12-01', 10);
    expect(ids(runs)).toEqual([id(4), id(3), id(2), id(1)]);
    expect(next).toBeUndefined();
  });

  test('come in pages', async () => {
    const first = await tables.runs.ofDay('2015-12-01', 3);
    expect(ids(first.runs)).toEqual([id(4), id(3), id(2)]);
    expect(first.next).toEqual({ owner: ada.id, runId: id(2), createdAt: minute(2).toISOString() });
    const second = await tables.runs.ofDay('2015-12-01', 3, first.next);
    expect(ids(second.runs)).toEqual([id(1)]);
    expect(second.next).toBeUndefined();
  });
});

test.each<[string, (runs: Runs) => Promise<unknown>]>([
  ['a run', (runs) => runs.get(runKey)],
  ['a run before its change', (runs) => runs.transition(runKey, { status: 'running', at: noon })],
  ['the runs that changed', (runs) => runs.changedSince(ada.id, FIRST_CURSOR, 10)],
  ['the newest runs', (runs) => runs.newest(ada.id, 10)],
])('reads %s as written a moment ago', async (_case, read) => {
  const asked: string[] = [];
  const db = meddling(tables.db, (command, send) => {
    asked.push(JSON.stringify(command.input));
    return send();
  });
  await read(new Runs({ db, table: 'runs', wait: async () => undefined, random: () => 0 }));
  expect(asked).toEqual([expect.stringContaining('"ConsistentRead":true')]);
});
