import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { statementEnd } from '@readout/runtime/statements/end-statement.ts';
import { howStatementsEnd } from '@readout/runtime/statements/how-it-ended.ts';
import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import { runTeller } from '@readout/runtime/tell-run.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import {
  ada,
  bob,
  exampleRun,
  exampleStatement,
  keepingLog,
  noon,
  runId,
  runKey,
  statementId,
} from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { notify } from './notify.ts';

const later = new Date(noon.getTime() + 9000);
const finished = sampleEvent('notify/finished');
const failed = sampleEvent('notify/failed');
const aborted = sampleEvent('notify/aborted');
let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

const bobs = { owner: bob.id, runId: '00000000-0000-4000-8000-000000000001' };
const running: Partial<StatementRecord> = {
  status: 'running',
  statementId,
  startedAt: noon.toISOString(),
  members: [runKey, bobs],
};

const setup = async (
  statement: Partial<StatementRecord> | undefined = running,
  record: Partial<RunRecord> = { status: 'running', statement: runId, statementId },
  describe: () => object = () => ({ Id: statementId, Status: 'FAILED', Error: 'ERROR: division by zero' }),
) => {
  await tables.runs.create(exampleRun(record));
  await tables.runs.create(exampleRun({ ...record, ...bobs }));
  await tables.statements.create(exampleStatement(statement));
  aws = await awsServer({ DescribeStatement: describe });
  const told: { owner: string; message: Record<string, unknown> }[] = [];
  const reachable = { yes: true };
  const announce = async (owner: string, message: object): Promise<number> => {
    if (!reachable.yes) throw new Error('unreachable');
    told.push({ owner, message: { ...message } });
    return 1;
  };
  const log = keepingLog();
  const { runs, statements, limits } = tables;
  const common = {
    runs,
    statements,
    limits,
    moveLine: async () => undefined,
    count: async () => undefined,
    tell: runTeller({ runs, announce, mail: async () => undefined }),
    now: () => later,
  };
  const howItEnded = howStatementsEnd({
    faultInReport: async () => undefined,
    redshift: new RedshiftDataClient(aws.client),
    now: () => later,
  });
  const hear = notify({ ...common, end: statementEnd(common), howItEnded, log });
  return { hear, told, log: log.entries, reachable };
};

test.each([
  ['FINISHED', finished, { status: 'succeeded', rows: 31 }],
  [
    'FAILED',
    failed,
    { status: 'failed', error: { name: 'QueryFailed', message: 'ERROR: division by zero' } },
  ],
  ['ABORTED', aborted, { status: 'cancelled' }],
])('%s ends the run of every member and tells its owner', async (_state, event, end) => {
  const { hear, told } = await setup();
  await hear(event);
  const ending = { statementId, endedAt: later.toISOString(), ...end };
  for (const key of [runKey, bobs]) {
    expect(await tables.runs.get(key)).toMatchObject(ending);
    expect(told).toContainEqual({
      owner: key.owner,
      message: expect.objectContaining({ type: 'run', runId: key.runId, ...ending }),
    });
  }
  expect(told).toHaveLength(2);
  expect(await tables.statements.get(runId)).toMatchObject({ ...end, open: false });
});

test('an event that overtakes the record of its statement lands', async () => {
  const { hear, told } = await setup({ members: [runKey] }, { status: 'queued' });
  await hear(finished);
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'succeeded', statementId, rows: 31 });
  expect(told).toHaveLength(1);
});

test.each([
  ['the same again', finished, [finished, finished]],
  ['another end', finished, [failed, aborted]],
])('after one end, %s changes and tells nothing', async (_case, first, others) => {
  const { hear, told } = await setup();
  await hear(first);
  const ended = await tables.runs.get(runKey);
  for (const event of others) await hear(event);
  expect(await tables.runs.get(runKey)).toEqual(ended);
  expect(told).toHaveLength(2);
});

test('a member that was cancelled stays cancelled', async () => {
  const { hear } = await setup();
  await tables.runs.transition(bobs, { status: 'cancelled', at: noon });
  await hear(finished);
  expect(await tables.runs.get(bobs)).toMatchObject({ status: 'cancelled' });
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'succeeded' });
});

test('what could not be told is told when Lambda tries again', async () => {
  const { hear, told, reachable } = await setup();
  reachable.yes = false;
  await expect(hear(finished)).rejects.toThrow('unreachable');
  expect(await tables.statements.get(runId)).toMatchObject({ open: true });
  reachable.yes = true;
  await hear(finished);
  expect(told).toMatchObject([{ message: { status: 'succeeded' } }, { message: { status: 'succeeded' } }]);
  expect(await tables.statements.get(runId)).toMatchObject({ open: false });
});

test('the workflow has it told once that a statement runs, to all members', async () => {
  const { hear, told } = await setup(running, { status: 'queued' });
  await hear({ statement: runId });
  await hear({ statement: runId });
  expect(told.map(({ owner, message }) => [owner, message.status])).toEqual(
    expect.arrayContaining([
      [ada.id, 'running'],
      [bob.id, 'running'],
    ]),
  );
  expect(told).toHaveLength(2);
});

test('the workflow has it told once how one run stands', async () => {
  const { hear, told } = await setup(running, { status: 'queued' });
  await hear({ owner: ada.id, runId });
  await hear({ owner: ada.id, runId });
  expect(told).toMatchObject([{ owner: ada.id, message: { runId, status: 'queued' } }]);
});

describe('a failure of the workflow', () => {
  const failure = { name: 'InvalidInput', message: 'Trip month: expected a month.', field: 'month' };

  test('fails a run that was not admitted yet, and tells it', async () => {
    const { hear, told } = await setup({ id: 'another' }, { status: 'queued' });
    await hear({ owner: ada.id, runId, failure });
    expect(await tables.runs.get(runKey)).toMatchObject({ status: 'failed', error: failure });
    expect(told).toMatchObject([{ owner: ada.id, message: { status: 'failed', error: failure } }]);
  });

  test('fails every member of the statement that the run leads', async () => {
    const { hear, told } = await setup({ members: [runKey, bobs] }, { status: 'queued', statement: runId });
    await hear({ owner: ada.id, runId, failure });
    for (const key of [runKey, bobs])
      expect(await tables.runs.get(key)).toMatchObject({ status: 'failed', error: failure });
    expect(told).toHaveLength(2);
  });

  test('is not that of a statement which another start of the workflow has sent', async () => {
    const { hear } = await setup();
    await hear({ owner: ada.id, runId, failure });
    expect(await tables.statements.get(runId)).toMatchObject({ status: 'running' });
    expect(await tables.runs.get(runKey)).toMatchObject({ status: 'running' });
  });

  test('is not that of a run which has joined another statement', async () => {
    const { hear } = await setup({ id: 'another' }, { status: 'queued', statement: 'another' });
    await hear({ owner: ada.id, runId, failure });
    expect(await tables.runs.get(runKey)).toMatchObject({ status: 'queued' });
  });
});

test('a statement that Redshift has forgotten has failed all the same', async () => {
  const { hear } = await setup(undefined, undefined, () => {
    throw new Refusal('ResourceNotFoundException', 'Query does not exist.');
  });
  await hear(failed);
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'failed', error: { name: 'QueryFailed' } });
});

test('fails, changing nothing, while Redshift cannot say why', async () => {
  const { hear, told } = await setup(undefined, undefined, () => {
    throw new Refusal('ThrottlingException', 'Rate exceeded');
  });
  await expect(hear(failed)).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'running' });
  expect(told).toEqual([]);
});

test('says in the log that there is no such statement or run', async () => {
  const { hear, told, log } = await setup();
  const unknown = '00000000-0000-4000-8000-000000000000';
  await hear({ ...finished, detail: { ...finished.detail, statementName: `readout:${unknown}` } });
  await hear({ owner: ada.id, runId: unknown });
  expect(log).toMatchObject([{ level: 'warn' }, { level: 'warn' }]);
  expect(told).toEqual([]);
});

test.each([
  ['a state that is no end', { ...finished, detail: { ...finished.detail, state: 'STARTED' } }],
  ['another source', { ...finished, source: 'aws.s3' }],
  ['nothing', {}],
])('refuses %s', async (_case, event) => {
  const { hear } = await setup();
  await expect(hear(event)).rejects.toMatchObject({ name: 'InvalidMessage' });
});

test('a run that failed before it was admitted leads to its execution', async () => {
  const { hear } = await setup({ id: bobs.runId, members: [bobs] }, { status: 'queued' });
  await hear({ ...sampleEvent('notify/failure'), ...runKey, execution: 'arn:aws:states:x' });
  expect(await tables.runs.get(runKey)).toMatchObject({ execution: 'arn:aws:states:x' });
});
