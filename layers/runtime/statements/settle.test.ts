import type { RunKey, RunRecord } from '../run-record.ts';
import {
  ada,
  bob,
  exampleRun,
  exampleStatement,
  noon,
  runId,
  runKey,
  statementId,
} from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { changeOf, settle } from './settle.ts';
import type { StatementRecord } from './statement-record.ts';

const later = new Date('2015-12-01T12:01:00.000Z');
const member = (index: number): RunKey => ({
  owner: index % 2 === 0 ? ada.id : bob.id,
  runId: `8a0d7f37-0000-4000-8000-${String(index).padStart(12, '0')}`,
});
const of = (status: StatementRecord['status'], change: Partial<StatementRecord> = {}): StatementRecord =>
  exampleStatement({ status, statementId, startedAt: noon.toISOString(), ...change });
const common = { statementId, asOf: noon.toISOString(), at: later };
const error = { name: 'QueryFailed', message: 'ERROR' } as const;
const tooLong = (after: string) => ({
  ...common,
  status: 'failed',
  error: { name: 'TimedOut', message: expect.stringContaining(`after ${after},`) },
});

test.each<[string, StatementRecord, unknown]>([
  ['waits', of('queued'), undefined],
  ['is being stopped', of('abandoned'), undefined],
  ['runs', of('running'), { ...common, status: 'running' }],
  ['is done', of('succeeded', { rows: 7 }), { ...common, status: 'succeeded', rows: 7 }],
  ['has failed', of('failed', { error }), { ...common, status: 'failed', error }],
  ['was stopped', of('cancelled'), { ...common, status: 'cancelled' }],
  [
    'was stopped by an operator',
    of('cancelled', { stoppedBy: 'operator@example.com' }),
    { ...common, status: 'cancelled', stoppedBy: 'operator@example.com' },
  ],
  [
    'was done before an operator stopped it',
    of('succeeded', { stoppedBy: 'operator@example.com', rows: 7 }),
    { ...common, status: 'succeeded', rows: 7 },
  ],
  ['took 90 seconds', of('cancelled', { timedOut: true, timeoutSeconds: 90 }), tooLong('90 seconds')],
  ['took one minute', of('cancelled', { timedOut: true, timeoutSeconds: 60 }), tooLong('1 minute')],
  ['took an hour', of('cancelled', { timedOut: true, timeoutSeconds: 3600 }), tooLong('60 minutes')],
  [
    'was done before it was stopped for its time',
    of('succeeded', { timedOut: true, rows: 7 }),
    { ...common, status: 'succeeded', rows: 7 },
  ],
])('what a run becomes when its statement %s', (_case, statement, change) => {
  expect(changeOf(statement, later)).toEqual(change);
});

test('the rows of a statement are as of its start, or of its order where no start is known', () => {
  const record = of('succeeded', { startedAt: undefined, createdAt: '2015-12-01T11:59:00.000Z' });
  expect(changeOf(record, later)).toMatchObject({ asOf: '2015-12-01T11:59:00.000Z' });
});

describe('the members of a statement', () => {
  let tables: TestTables;
  let told: RunRecord[];
  beforeEach(async () => {
    tables = await testTables();
    told = [];
  });
  afterEach(() => tables.close());

  const keep = async (run: RunRecord): Promise<void> => void told.push(run);
  const settling = (statement: StatementRecord, tell = keep): Promise<void> =>
    settle({ runs: tables.runs, tell, now: () => later }, statement);

  test('are all brought to where it stands, and told', async () => {
    const members = Array.from({ length: 25 }, (_, index) => member(index));
    for (const key of members) await tables.runs.create(exampleRun(key));
    await settling(of('succeeded', { members, rows: 7 }));
    expect(told.map(({ runId }) => runId).sort()).toEqual(members.map(({ runId }) => runId).sort());
    for (const key of members)
      expect(await tables.runs.get(key)).toMatchObject({ status: 'succeeded', rows: 7, statementId });
  });

  test('are left alone while it waits', async () => {
    const run = await tables.runs.create(exampleRun());
    await settling(of('queued'));
    expect([await tables.runs.get(runKey), told]).toEqual([run, []]);
  });

  test('that were cancelled stay so', async () => {
    await tables.runs.create(exampleRun());
    const cancelled = await tables.runs.transition(runKey, { status: 'cancelled', at: noon });
    await settling(of('succeeded', { rows: 7 }));
    expect(await tables.runs.get(runKey)).toEqual(cancelled);
  });

  test('that are there already are told again, by whoever knows what was told', async () => {
    await tables.runs.create(exampleRun());
    await settling(of('running'));
    await settling(of('running'));
    expect(told.map(({ cursor }) => cursor)).toEqual([told[0]?.cursor, told[0]?.cursor]);
  });

  test('that are gone are passed over', async () => {
    await settling(of('succeeded'));
    expect(told).toHaveLength(0);
    expect(await tables.runs.get({ owner: ada.id, runId })).toBeUndefined();
  });

  test('that cannot be told hinder no other, and the error is thrown in the end', async () => {
    const members = Array.from({ length: 15 }, (_, index) => member(index));
    for (const key of members) await tables.runs.create(exampleRun(key));
    const tell = async (run: RunRecord): Promise<void> => {
      if (run.runId === member(3).runId) throw new Error('unreachable');
      told.push(run);
    };
    await expect(settling(of('succeeded', { members }), tell)).rejects.toThrow('unreachable');
    expect(told).toHaveLength(14);
  });
});
