import type { Run } from '../contracts.ts';
import type { RunKey } from '../run-record.ts';
import { runTeller } from '../tell-run.ts';
import { bob, exampleRun, exampleStatement, noon, runId, runKey, statementId } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { type EndStatementDeps, statementEnd, wrapUp } from './end-statement.ts';
import type { Limits } from './limits.ts';
import type { StatementRecord } from './statement-record.ts';

const later = new Date(noon.getTime() + 60_000);
const done = { status: 'succeeded', at: later, statementId, rows: 7 } as const;
const other: RunKey = { owner: bob.id, runId: '8a0d7f37-0000-4000-8000-000000000001' };
const running = exampleStatement({
  status: 'running',
  statementId,
  startedAt: noon.toISOString(),
  members: [runKey, other],
});
const next = exampleStatement({ id: '8a0d7f37-0000-4000-8000-000000000002' });
let tables: TestTables;
let limits: Limits;
let told: Run[];
let counted: string[];
let moved: { free: boolean; open?: boolean }[];
let deps: EndStatementDeps;

/** Two people wait for a statement that runs and has the only slots. */
beforeEach(async () => {
  tables = await testTables();
  limits = tables.limitsWith({ perPerson: 1, perReport: 1 });
  told = [];
  moved = [];
  counted = [];
  for (const key of [runKey, other]) await tables.runs.create(exampleRun(key));
  await tables.statements.create({ ...running, status: 'queued' });
  await limits.take(running);
  await tables.statements.run(runId, statementId, noon);
  await tables.statements.create(next);
  const announce = async (_owner: string, message: object): Promise<number> => told.push(message as Run);
  const tell = runTeller({ runs: tables.runs, announce, mail: async () => undefined });
  const { runs, statements } = tables;
  const count = async ({ id }: StatementRecord): Promise<void> => void counted.push(id);
  deps = { runs, statements, limits, tell, moveLine: look, count, now: () => later };
});
afterEach(() => tables.close());

/** What who moves the line finds: it takes the slots, if they are free. */
const look = async (): Promise<void> => {
  const free = (await limits.take(next)) === 'taken';
  moved.push({ free, open: (await tables.statements.get(runId))?.open });
};
const statusOf = async (key: RunKey): Promise<string | undefined> => (await tables.runs.get(key))?.status;
const expectAllDone = async (): Promise<void> => {
  expect([await statusOf(runKey), await statusOf(other)]).toEqual(['succeeded', 'succeeded']);
  expect(told.map((run) => [run.runId, run.status]).sort()).toEqual([
    [runId, 'succeeded'],
    [other.runId, 'succeeded'],
  ]);
  expect(await limits.take(next)).toBe('taken');
  expect(await limits.spent('analysts', later)).toBe(60);
  expect(await tables.statements.get(runId)).toMatchObject({ status: 'succeeded', rows: 7, open: false });
  expect(new Set(counted)).toEqual(new Set([runId]));
};

test('an end moves and tells the members, frees the slots, moves the line and closes the statement', async () => {
  expect(await statementEnd(deps)(runId, done)).toMatchObject({ status: 'succeeded' });
  await expectAllDone();
});

test('the line is moved when the slots are free, and before the statement is closed', async () => {
  await statementEnd(deps)(runId, done);
  expect(moved).toEqual([{ free: true, open: true }]);
});

/** The same, but `name` of `of` fails the first time, before or after it has done its work. */
const failingOnce = <Of extends object>(of: Of, name: keyof Of & string, first: 'before' | 'after'): Of => {
  let failed = false;
  const act = of[name] as (...args: unknown[]) => Promise<unknown>;
  return Object.assign(Object.create(of), {
    [name]: async (...args: unknown[]) => {
      const fails = !failed;
      failed = true;
      if (fails && first === 'before') throw new Error('lost');
      const answer = await act.apply(of, args);
      if (fails) throw new Error('lost');
      return answer;
    },
  });
};

const trouble: [string, (when: 'before' | 'after') => Partial<EndStatementDeps>][] = [
  ['the end', (when) => ({ statements: failingOnce(tables.statements, 'end', when) })],
  ['a member’s change', (when) => ({ runs: failingOnce(tables.runs, 'transition', when) })],
  ['telling', (when) => failingOnce({ tell: deps.tell }, 'tell', when)],
  ['the slots', (when) => ({ limits: failingOnce(limits, 'release', when) })],
  ['the line', (when) => failingOnce({ moveLine: look }, 'moveLine', when)],
  ['closing', (when) => ({ statements: failingOnce(tables.statements, 'close', when) })],
];
const every = trouble.flatMap(([what, make]) =>
  (['before', 'after'] as const).map((when) => [when, what, make] as const),
);

test.each(every)(
  'an end that breaks off %s %s is finished by the next, and told once',
  async (when, _what, make) => {
    const end = statementEnd({ ...deps, ...make(when) });
    await expect(end(runId, done)).rejects.toThrow('lost');
    await end(runId, done);
    await expectAllDone();
  },
);

test.each<[string, Partial<EndStatementDeps>]>([
  ['who cannot be told', { tell: () => Promise.reject(new Error('unreachable')) }],
  ['a line that does not move', { moveLine: () => Promise.reject(new Error('unreachable')) }],
])('%s keeps nobody’s slots, and leaves the statement open', async (_case, change) => {
  await expect(statementEnd({ ...deps, ...change })(runId, done)).rejects.toThrow('unreachable');
  expect(await statusOf(other)).toBe('succeeded');
  expect(await limits.take(next)).toBe('taken');
  expect(await tables.statements.get(runId)).toMatchObject({ status: 'succeeded', open: true });
});

test('it is counted when nobody waits for it any longer, and who counts is given how long it took', async () => {
  const seen: unknown[] = [];
  const count = async (statement: StatementRecord) => {
    seen.push([told.length, moved.length, statement.report, statement.startedAt, statement.endedAt]);
  };
  await statementEnd({ ...deps, count })(runId, done);
  expect(seen).toEqual([[2, 1, 'taxi/daily', noon.toISOString(), later.toISOString()]]);
});

test('an end that comes after another changes nothing', async () => {
  const end = statementEnd(deps);
  await end(runId, done);
  const second = await end(runId, { status: 'cancelled', at: later });
  expect(second).toMatchObject({ status: 'succeeded', open: false });
  expect(moved).toHaveLength(1);
  await expectAllDone();
});

test('an end from other states than it is in ends nothing, and answers how it stands', async () => {
  const failed = { status: 'failed', at: later } as const;
  expect(await statementEnd(deps)(runId, failed, ['queued', 'abandoned'])).toMatchObject({
    status: 'running',
  });
  expect([told, moved, await statusOf(runKey)]).toEqual([[], [], 'queued']);
});

test('a statement that does not exist cannot be ended', async () => {
  expect(await statementEnd(deps)('8a0d7f37-0000-4000-8000-000000000009', done)).toBeUndefined();
  expect(moved).toEqual([]);
});

test.each<[string, Partial<StatementRecord>]>([
  ['has not ended', { status: 'running' }],
  ['is closed', { status: 'succeeded', open: false }],
])('nothing is left to do for a statement that %s', async (_case, change) => {
  await wrapUp(deps)({ ...running, ...change });
  expect([told, moved]).toEqual([[], []]);
});
