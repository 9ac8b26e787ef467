import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { noon } from '../testing/examples.ts';
import { meddling } from '../testing/meddling.ts';
import { pipelineRunId, queuedPipelineRun } from '../testing/pipelines.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { transacting } from '../transaction.ts';
import { toPipelineRun } from './pipeline-run-record.ts';
import { PipelineRuns } from './pipeline-runs.ts';

let tables: TestTables;
let runs: PipelineRuns;
beforeEach(async () => {
  tables = await testTables();
  runs = tables.pipelineRuns;
});
afterEach(() => tables.close());

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const later = new Date(noon.getTime() + 1000);
const begin = (script: string, token = 'token') => runs.beginScript(pipelineRunId, script, token, later);
const end = (script: string, status: 'succeeded' | 'failed' | 'cancelled' = 'succeeded') =>
  runs.endScript(pipelineRunId, script, { status, at: later });
const stored = async () => {
  const found = await runs.get(pipelineRunId);
  if (!found) throw new Error('there is no such run');
  return found;
};

describe('a pipeline that runs alone', () => {
  it('is begun once, and again when it has ended', async () => {
    expect(await runs.create(queuedPipelineRun())).toBe('created');
    expect(await runs.create(queuedPipelineRun())).toBe('exists');
    expect(await runs.create(queuedPipelineRun({ runId: id(2) }))).toBe('busy');
    expect(await runs.create(queuedPipelineRun({ runId: id(3), pipeline: 'other' }))).toBe('created');
    await runs.end(await stored(), { status: 'failed', at: later });
    expect(await runs.create(queuedPipelineRun({ runId: id(2) }))).toBe('created');
  });

  it('is of many that are begun at once one', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => runs.create(queuedPipelineRun({ runId: id(number) }))),
    );
    expect(made.sort()).toEqual(['busy', 'busy', 'busy', 'busy', 'created']);
  });

  it('does not take the place of one that ended before it', async () => {
    await runs.create(queuedPipelineRun());
    const before = await stored();
    await runs.end(before, { status: 'failed', at: later });
    await runs.create(queuedPipelineRun({ runId: id(2) }));
    expect(await runs.end(before, { status: 'failed', at: later })).toBeUndefined();
    expect(await runs.create(queuedPipelineRun({ runId: id(3) }))).toBe('busy');
  });
});

it('may be begun while it runs where its pipeline says so', async () => {
  const allowed = queuedPipelineRun({ alone: false });
  expect(await runs.create(allowed)).toBe('created');
  expect(await runs.create({ ...allowed, runId: id(2) })).toBe('created');
});

describe('a script', () => {
  beforeEach(() => runs.create(queuedPipelineRun()));

  it('sets its run running, and each change has a greater version', async () => {
    const begun = await begin('10_load_item');
    expect(begun).toMatchObject({ status: 'running', startedAt: later.toISOString(), version: 2 });
    const named = await runs.nameStatement(pipelineRunId, '10_load_item', 'statement', later);
    const ended = await end('10_load_item');
    expect([named?.version, ended?.version]).toEqual([3, 4]);
    expect(ended?.scripts['10_load_item']).toEqual({
      number: 10,
      status: 'succeeded',
      token: 'token',
      statementId: 'statement',
      startedAt: later.toISOString(),
      endedAt: later.toISOString(),
    });
  });

  it('ends once', async () => {
    await begin('10_load_item');
    expect(await end('10_load_item')).toBeDefined();
    expect(await end('10_load_item', 'failed')).toBeUndefined();
    expect(await begin('10_load_item')).toBeUndefined();
    expect(await runs.nameStatement(pipelineRunId, '10_load_item', 'late', later)).toBeUndefined();
    expect((await stored()).scripts['10_load_item']?.status).toBe('succeeded');
  });

  it('is begun again with another token while it runs', async () => {
    await begin('10_load_item', 'first');
    expect((await begin('10_load_item', 'second'))?.scripts['10_load_item']?.token).toBe('second');
  });

  it('does not begin in a run that was cancelled', async () => {
    expect(await runs.cancel(pipelineRunId, 'ada@example.com', later)).toMatchObject({
      cancelledBy: 'ada@example.com',
    });
    expect(await runs.cancel(pipelineRunId, 'bob@example.com', later)).toBeUndefined();
    expect(await begin('10_load_item')).toBeUndefined();
  });

  it('does not begin in a run that has ended', async () => {
    await begin('10_load_item');
    await runs.end(await stored(), { status: 'failed', at: later });
    expect(await begin('10_load_item', 'second')).toBeUndefined();
  });

  it('is none that the run does not have, nor of a run that is not there', async () => {
    expect(await begin('99_gone')).toBeUndefined();
    expect(await runs.beginScript(id(9), '10_load_item', 'token', later)).toBeUndefined();
  });

  it('loses nothing to those beside it', async () => {
    await Promise.all([begin('10_load_item'), begin('10_load_customer')]);
    await Promise.all([end('10_load_item'), end('10_load_customer', 'failed')]);
    const { scripts, version } = await stored();
    expect([scripts['10_load_item']?.status, scripts['10_load_customer']?.status, version]).toEqual([
      'succeeded',
      'failed',
      5,
    ]);
  });
});

describe('the end of a run', () => {
  beforeEach(() => runs.create(queuedPipelineRun()));

  it('skips what waits, and happens once', async () => {
    await begin('10_load_item');
    await end('10_load_item', 'failed');
    const ended = await runs.end(await stored(), { status: 'failed', at: later });
    expect(ended).toMatchObject({ status: 'failed', open: 'open', endedAt: later.toISOString() });
    expect(ended && toPipelineRun(ended).scripts.map(({ status }) => status)).toEqual([
      'skipped',
      'failed',
      'skipped',
    ]);
    expect(await runs.end(await stored(), { status: 'succeeded', at: later })).toBeUndefined();
  });

  it('is not that of a run that has changed since it was read', async () => {
    const read = await stored();
    await begin('10_load_item');
    expect(await runs.end(read, { status: 'failed', at: later })).toBeUndefined();
    expect((await stored()).status).toBe('running');
  });

  it('leaves it among the open ones until it is closed', async () => {
    await runs.end(await stored(), { status: 'failed', at: later });
    expect(await runs.openBefore(later)).toHaveLength(1);
    expect(await runs.openBefore(noon)).toEqual([]);
    await runs.close(pipelineRunId);
    expect(await runs.openBefore(later)).toEqual([]);
    await runs.close(id(9));
    expect(await runs.get(id(9))).toBeUndefined();
  });
});

describe('what comes up while a pipeline runs', () => {
  const next = (cause: string) => ({
    pipeline: 'sales',
    cause,
    inputs: {},
    startedBy: { kind: 'object' as const, key: cause },
  });

  it('is kept until the run has ended, the last of it', async () => {
    await runs.create(queuedPipelineRun());
    expect(await runs.follow(next('first'))).toBe(true);
    expect(await runs.follow(next('second'))).toBe(true);
    const ended = await runs.end(await stored(), { status: 'failed', at: later });
    expect(ended?.next).toEqual(next('second'));
    expect((await stored()).next).toEqual(next('second'));
    await runs.create(queuedPipelineRun({ runId: id(2) }));
    const another = await runs.get(id(2));
    expect((await runs.end(another as never, { status: 'failed', at: later }))?.next).toBeUndefined();
  });

  it('is not lost when it comes while the run ends', async () => {
    await runs.create(queuedPipelineRun());
    let late = true;
    const db = meddling(tables.db, async (command, send) => {
      if (late && command instanceof TransactWriteCommand) {
        late = false;
        await runs.follow(next('late'));
      }
      return send();
    });
    const transact = transacting({ db, wait: async () => undefined, random: () => 0 });
    const meddled = new PipelineRuns({ db, table: 'pipelineruns', transact });
    expect(await meddled.end(await stored(), { status: 'failed', at: later })).toBeUndefined();
    expect((await meddled.end(await stored(), { status: 'failed', at: later }))?.next).toEqual(next('late'));
  });

  it('is for nobody to keep where nothing runs', async () => {
    expect(await runs.follow(next('first'))).toBe(false);
  });
});

describe('the list of a pipeline', () => {
  const at = (number: number) => new Date(noon.getTime() + number).toISOString();

  it('has the newest first, page by page, and no lock', async () => {
    for (let number = 0; number < 25; number++)
      await runs.create(queuedPipelineRun({ runId: id(number), createdAt: at(number), alone: number === 0 }));
    const first = await runs.of('sales');
    const second = await runs.of('sales', first.next);
    expect([...first.runs, ...second.runs].map(({ runId }) => runId)).toEqual(
      Array.from({ length: 25 }, (_, index) => id(24 - index)),
    );
    expect(second.next).toBeUndefined();
    expect((await runs.of('other')).runs).toEqual([]);
  });

  it.each(['', 'x', Buffer.from('{"runId":"","createdAt":"x"}').toString('base64url')])(
    'refuses the page %j',
    async (page) => {
      await expect(runs.of('sales', page)).rejects.toMatchObject({ name: 'InvalidPage' });
    },
  );
});

it('shows people neither tokens nor what was bound', async () => {
  await runs.create(queuedPipelineRun({ resolved: { day: '2026-04-01' } }));
  await begin('10_load_item', 'secret-token');
  const shown = toPipelineRun(await stored());
  expect(JSON.stringify(shown)).not.toContain('secret-token');
  expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['values']));
  expect(shown).toMatchObject({ inputs: {}, resolved: { day: '2026-04-01' } });
});
