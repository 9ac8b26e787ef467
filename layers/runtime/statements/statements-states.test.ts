import { bob, exampleStatement, noon, runKey, statementId } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { type StatementRecord, type StatementStatus, statementItem } from './statement-record.ts';
import type { Statements } from './statements.ts';

const other = { owner: bob.id, runId: '8a0d7f37-0000-4000-8000-000000000001' };
const ended = { status: 'failed', at: noon, error: { name: 'QueryFailed', message: 'ERROR' } } as const;
let tables: TestTables;
beforeAll(async () => {
  tables = await testTables();
});
afterAll(() => tables.close());

/** Each test has a statement of its own in the one table. */
let count = 0;
let id: string;
beforeEach(() => {
  count += 1;
  id = idOf(count);
});
const idOf = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(index).padStart(12, '0')}`;
const example = (change: Partial<StatementRecord> = {}): StatementRecord =>
  exampleStatement({ id, ...change });

const all: StatementStatus[] = ['queued', 'running', 'abandoned', 'succeeded', 'failed', 'cancelled'];
type Act = (statements: Statements) => Promise<unknown>;
/** What may be done to a statement of one member, the states in which it happens, and what becomes of it. */
const acts: [string, Act, StatementStatus[], Partial<StatementRecord> | undefined][] = [
  ['join', (s) => s.join(id, 'key', other), ['queued', 'running'], { members: [runKey, other] }],
  ['retract', (s) => s.retract(id, runKey), ['queued'], undefined],
  ['rekey', (s) => s.rekey(id, 'new', runKey), ['queued'], { key: 'new' }],
  [
    'run',
    (s) => s.run(id, statementId, noon),
    ['queued'],
    { status: 'running', statementId, startedAt: noon.toISOString() },
  ],
  ['name', (s) => s.name(id, statementId), ['abandoned'], { statementId }],
  ['time out', (s) => s.timeOut(id), ['running'], { timedOut: true }],
  [
    'end',
    (s) => s.end(id, ended),
    ['queued', 'running', 'abandoned'],
    { status: 'failed', endedAt: noon.toISOString(), error: ended.error },
  ],
  [
    'end from some states',
    (s) => s.end(id, ended, ['queued', 'abandoned']),
    ['queued', 'abandoned'],
    { status: 'failed', endedAt: noon.toISOString(), error: ended.error },
  ],
];

const every = acts.flatMap(([name, act, from, change]) =>
  all.map((status) => [name, status, act, from.includes(status) ? change : {}] as const),
);

test.each(every)('to %s one that is %s', async (_name, status, act, change) => {
  const before = example({ status, key: 'key' });
  await tables.statements.create(before);
  const answer = await act(tables.statements);
  const after = await tables.statements.get(id);
  expect(after && sorted(after)).toEqual(change && sorted({ ...before, ...change }));
  if (change === undefined) expect(answer).toBe(true);
  else if (Object.keys(change).length === 0) expect(answer || undefined).toBeUndefined();
  else expect(sorted(answer as StatementRecord)).toEqual(after && sorted(after));
});

/** Members are a set. */
const sorted = (record: StatementRecord): StatementRecord => ({
  ...record,
  members: [...record.members].sort((one, two) => one.runId.localeCompare(two.runId)),
});

test.each(acts)('to %s one that does not exist makes none', async (_name, act) => {
  await act(tables.statements);
  expect(await tables.statements.get(id)).toBeUndefined();
});

test('a statement is recorded once, even when two do so at the same time', async () => {
  const made = await Promise.all([
    tables.statements.create(example({ report: 'first' })),
    tables.statements.create(example({ report: 'second' })),
  ]);
  expect(made).toEqual([true, false]);
  expect(await tables.statements.get(id)).toEqual(example({ report: 'first' }));
});

test('of those who end it at the same time one does', async () => {
  await tables.statements.create(example({ status: 'running' }));
  const ends = await Promise.all(
    (['succeeded', 'failed', 'cancelled', 'succeeded'] as const).map((status) =>
      tables.statements.end(id, { status, at: noon }),
    ),
  );
  const [first, ...others] = ends.filter((record) => record !== undefined);
  expect(others).toEqual([]);
  expect(await tables.statements.get(id)).toEqual(first);
});

test('a statement without members is kept as one', async () => {
  const alone = example({ members: [] });
  expect(statementItem(alone)).not.toHaveProperty('members');
  await tables.statements.create(alone);
  expect(await tables.statements.get(id)).toEqual(alone);
});

describe('those that are not done with', () => {
  const minute = (index: number): Date => new Date(Date.UTC(2015, 0, 1, 0, index));
  const recorded = (minutes: number): Promise<boolean> =>
    tables.statements.create(example({ id: idOf(1000 + minutes), createdAt: minute(minutes).toISOString() }));
  const open = async (before: number, limit = 10): Promise<string[]> =>
    (await tables.statements.openBefore(minute(before), limit)).map((record) => record.id);

  test('come from the earliest on, those before a time only, up to a limit', async () => {
    for (const index of [3, 1, 2]) await recorded(index);
    expect(await open(3)).toEqual([idOf(1001), idOf(1002)]);
    expect(await open(9, 1)).toEqual([idOf(1001)]);
  });

  test('are found until they are closed, whether or not they have ended', async () => {
    await recorded(0);
    await tables.statements.end(idOf(1000), ended);
    expect(await open(1)).toEqual([idOf(1000)]);
    await tables.statements.close(idOf(1000));
    expect(await open(1)).toEqual([]);
    expect(await tables.statements.get(idOf(1000))).toMatchObject({ open: false, status: 'failed' });
  });
});
