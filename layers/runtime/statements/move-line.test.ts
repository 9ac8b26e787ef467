import type { RunKey, RunRecord } from '../run-record.ts';
import { exampleRun, exampleStatement, keepingLog, noon } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import type { Caps, Limits } from './limits.ts';
import { lineMover, type MoveLineDeps } from './move-line.ts';
import type { StatementRecord } from './statement-record.ts';

let tables: TestTables;
let launched: string[];
let told: [string, number | undefined][];
let log: ReturnType<typeof keepingLog>;
beforeEach(async () => {
  tables = await testTables();
  launched = [];
  told = [];
  log = keepingLog();
});
afterEach(() => tables.close());

const id = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(index).padStart(12, '0')}`;
const short = (long: string): string => String(Number(long.slice(-12)));

/** Puts a statement with its leader's run in line, behind those of lower numbers. */
const wait = async (
  index: number,
  owner: string,
  report: string,
  change: Partial<StatementRecord> = {},
): Promise<StatementRecord> => {
  const createdAt = new Date(noon.getTime() + index * 1000).toISOString();
  const key: RunKey = { owner, runId: id(index) };
  const record = exampleStatement({ id: id(index), owner, report, createdAt, members: [key], ...change });
  await tables.runs.create(exampleRun({ ...key, report }));
  await tables.statements.create(record);
  await tables.limits.standInLine(record);
  return record;
};

const moving = (caps: Caps, change: (limits: Limits) => Partial<MoveLineDeps> = () => ({})) => {
  const limits = tables.limitsWith(caps);
  return lineMover({
    limits,
    statements: tables.statements,
    runs: tables.runs,
    launch: async (run: RunRecord) => void launched.push(short(run.runId)),
    tell: async ({ runId, place }: RunRecord) => void told.push([short(runId), place]),
    log,
    now: () => noon,
    ...change(limits),
  });
};
const line = async (): Promise<string[]> => (await tables.limits.line()).map((entrant) => short(entrant.id));

test('all who may go begin, in their order', async () => {
  for (const index of [2, 1, 3]) await wait(index, `person-${index}`, 'daily');
  await moving({ perPerson: 1, perReport: 9 })();
  expect(launched).toEqual(['1', '2', '3']);
  expect(await line()).toEqual([]);
});

test('who waits for a slot of their own does not hold up those behind', async () => {
  await wait(1, 'ada', 'daily');
  await wait(2, 'ada', 'weekly');
  await wait(3, 'bob', 'weekly');
  await moving({ perPerson: 1, perReport: 9 })();
  expect(launched).toEqual(['1', '3']);
  expect(await line()).toEqual(['2']);
});

test('who waits for a slot of their report does not hold up those behind', async () => {
  await wait(1, 'ada', 'daily');
  await wait(2, 'bob', 'daily');
  await wait(3, 'bob', 'weekly');
  await moving({ perPerson: 9, perReport: 1 })();
  expect(launched).toEqual(['1', '3']);
  expect(await line()).toEqual(['2']);
});

test.each<[string, Caps, [string, string]]>([
  ['person', { perPerson: 1, perReport: 9 }, ['ada', 'weekly']],
  ['report', { perPerson: 9, perReport: 1 }, ['bob', 'daily']],
])(
  'nobody overtakes who waits for the same %s, though a slot is freed meanwhile',
  async (_kind, caps, of) => {
    const [owner, report] = of;
    const first = await wait(1, 'ada', 'daily');
    await wait(2, owner, report);
    await wait(3, owner, report);
    const freeing = (limits: Limits) => ({
      limits: Object.assign(Object.create(limits) as Limits, {
        take: async (...entrant: Parameters<Limits['take']>) => {
          const admission = await limits.take(...entrant);
          if (admission !== 'taken') await limits.release(first, noon);
          return admission;
        },
      }),
    });
    await moving(caps, freeing)();
    expect(launched).toEqual(['1']);
    expect(await line()).toEqual(['2', '3']);
  },
);

test('a place whose statement waits no more is cleared away', async () => {
  await wait(1, 'ada', 'daily', { status: 'cancelled' });
  await wait(2, 'ada', 'daily');
  await moving({ perPerson: 1, perReport: 1 })();
  expect(launched).toEqual(['2']);
  expect(await line()).toEqual([]);
});

test('who still waits is told the place once, and again when it changes', async () => {
  for (const index of [1, 2, 3]) await wait(index, 'ada', 'daily');
  const caps = { perPerson: 1, perReport: 1 };
  await moving(caps)();
  expect(told).toEqual([
    ['2', 1],
    ['3', 2],
  ]);
  await moving(caps)();
  expect(told).toHaveLength(2);
  await tables.limits.leaveLine(await waiting(2));
  await moving(caps)();
  expect(told.slice(2)).toEqual([['3', 1]]);
});

const waiting = async (index: number): Promise<StatementRecord> => {
  const record = await tables.statements.get(id(index));
  if (!record) throw new Error('no record');
  return record;
};

test('all members of a statement are told its place', async () => {
  await wait(1, 'ada', 'daily');
  await wait(2, 'ada', 'daily', { key: 'key' });
  const joined = { owner: 'bob', runId: id(9) };
  await tables.runs.create(exampleRun(joined));
  await tables.statements.join(id(2), 'key', joined);
  await moving({ perPerson: 1, perReport: 1 })();
  expect(told.sort()).toEqual([
    ['2', 1],
    ['9', 1],
  ]);
});

test('no more are told than those near the front', async () => {
  for (let index = 1; index <= 28; index++) await wait(index, 'ada', 'daily');
  await moving({ perPerson: 1, perReport: 1 })();
  expect(told).toHaveLength(25);
  expect(told.at(-1)).toEqual(['26', 25]);
});

test('a workflow that does not start is logged, and the others go', async () => {
  await wait(1, 'ada', 'daily');
  await wait(2, 'bob', 'daily');
  const launch = async ({ runId }: RunRecord): Promise<void> => {
    if (runId === id(1)) throw new Error('busy');
    launched.push(short(runId));
  };
  await moving({ perPerson: 1, perReport: 9 }, () => ({ launch }))();
  expect(launched).toEqual(['2']);
  expect(log.entries).toEqual([
    expect.objectContaining({ level: 'warn', message: expect.stringContaining(id(1)) }),
  ]);
  expect(await line()).toEqual([]);
});

test('a statement whose leader is gone starts nothing', async () => {
  const record = exampleStatement({ id: id(1) });
  await tables.statements.create(record);
  await tables.limits.standInLine(record);
  await moving({ perPerson: 1, perReport: 9 })();
  expect([launched, log.entries, await line()]).toEqual([[], [], []]);
});

test('two who move the line at the same time let each in once', async () => {
  for (const index of [1, 2, 3]) await wait(index, `person-${index}`, 'daily');
  const move = moving({ perPerson: 1, perReport: 9 });
  await Promise.all([move(), move()]);
  expect(launched.sort()).toEqual(['1', '2', '3']);
});
