import type { RunRecord } from './run-record.ts';
import { runMessage } from './run-record.ts';
import { runTeller, type TellRun } from './tell-run.ts';
import { ada, exampleRun, noon, runKey } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
let told: unknown[];
let mailed: RunRecord[];
beforeEach(async () => {
  tables = await testTables();
  told = [];
  mailed = [];
});
afterEach(() => tables.close());

/** Reaches so many connections; `trouble` happens first, as long as it has something to throw. */
const telling = (connections: number, trouble: { announce?: Error[]; mail?: Error[] } = {}): TellRun =>
  runTeller({
    runs: tables.runs,
    announce: async (...message) => {
      const error = trouble.announce?.pop();
      if (error) throw error;
      told.push(message);
      return connections;
    },
    mail: async (record) => {
      const error = trouble.mail?.pop();
      if (error) throw error;
      mailed.push(record);
    },
  });

const recorded = (change: Partial<RunRecord> = {}): Promise<RunRecord> =>
  tables.runs.create(exampleRun(change));
const present = async (): Promise<RunRecord> => {
  const record = await tables.runs.get(runKey);
  if (!record) throw new Error('no record');
  return record;
};

test('a state is told once, as the owner may see it', async () => {
  const tell = telling(1);
  await tell(await recorded());
  await tell(await present());
  expect(told).toEqual([[ada.id, runMessage(exampleRun())]]);
});

test('each state is told', async () => {
  const tell = telling(1);
  await tell(await recorded());
  await tables.runs.transition(runKey, { status: 'running', at: noon });
  await tell(await present());
  expect(told).toHaveLength(2);
});

test('a state that has changed meanwhile is not noted as told', async () => {
  const tell = telling(1);
  const queued = await recorded();
  await tables.runs.transition(runKey, { status: 'running', at: noon });
  await tell(queued);
  await tell(await present());
  expect(told).toHaveLength(2);
});

test('a state is told again when the first try failed', async () => {
  const tell = telling(1, { announce: [new Error('unreachable')] });
  const record = await recorded();
  await expect(tell(record)).rejects.toThrow('unreachable');
  await tell(await present());
  expect(told).toHaveLength(1);
});

test.each(['succeeded', 'failed', 'cancelled'] as const)(
  'that a run %s goes out by e-mail once, where that was asked for and nobody was reached',
  async (status) => {
    const tell = telling(0);
    await tell(await recorded({ status, email: true }));
    await tell(await present());
    expect(mailed).toEqual([expect.objectContaining({ ...runKey, status })]);
  },
);

test.each<[string, number, Partial<RunRecord>]>([
  ['somebody was reached', 1, { status: 'succeeded', email: true }],
  ['it was not asked for', 0, { status: 'succeeded' }],
  ['the run has not begun', 0, { status: 'queued', email: true }],
  ['the run has not ended', 0, { status: 'running', email: true }],
])('no mail goes out when %s', async (_case, connections, change) => {
  await telling(connections)(await recorded(change));
  expect(mailed).toEqual([]);
  expect(await present()).toMatchObject({ told: (await present()).cursor });
});

test('the end of a run that a schedule started goes out by e-mail, whoever was reached', async () => {
  const schedule = { id: 's', title: 'Taxi', ownerEmail: 'bob@example.com' };
  await telling(1)(await recorded({ status: 'succeeded', schedule }));
  expect(mailed).toHaveLength(1);
});

test('a mail that could not be sent is sent by the next try', async () => {
  const tell = telling(0, { mail: [new Error('busy')] });
  await expect(tell(await recorded({ status: 'failed', email: true }))).rejects.toThrow('busy');
  await tell(await present());
  expect(mailed).toHaveLength(1);
});
