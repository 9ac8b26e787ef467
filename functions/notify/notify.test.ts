import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { runTeller } from '@readout/runtime/tell-run.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { ada, exampleRun, keepingLog, noon, runId, statementId } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { howStatementsEnd } from './how-it-ended.ts';
import { notify } from './notify.ts';

const later = new Date(noon.getTime() + 9000);
const finished = sampleEvent('notify/finished');
const failed = sampleEvent('notify/failed');
const aborted = sampleEvent('notify/aborted');
const workflow = sampleEvent('notify/workflow');
let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

const setup = async (
  record: Partial<RunRecord> = { status: 'running', statementId },
  describe: () => object = () => ({ Id: statementId, Status: 'FAILED', Error: 'ERROR: division by zero' }),
) => {
  await tables.runs.create(exampleRun(record));
  aws = await awsServer({ DescribeStatement: describe });
  const told: { owner: string; message: Record<string, unknown> }[] = [];
  let unreachable = false;
  const announce = async (owner: string, message: object): Promise<void> => {
    if (unreachable) throw new Error('unreachable');
    told.push({ owner, message: { ...message } });
  };
  const log = keepingLog();
  const deps = {
    runs: tables.runs,
    howItEnded: howStatementsEnd({ redshift: new RedshiftDataClient(aws.client), now: () => later }),
    tell: runTeller({ runs: tables.runs, announce }),
    log,
  };
  return {
    hear: notify(deps),
    told,
    log: log.entries,
    reach: (is: boolean) => {
      unreachable = !is;
    },
  };
};

test.each([
  ['FINISHED', finished, { status: 'succeeded', rows: 31 }],
  [
    'FAILED',
    failed,
    { status: 'failed', error: { name: 'QueryFailed', message: 'ERROR: division by zero' } },
  ],
  ['ABORTED', aborted, { status: 'cancelled' }],
])('%s ends the run and tells its owner', async (_state, event, end) => {
  const { hear, told } = await setup();
  await hear(event);
  const ending = { runId, statementId, endedAt: later.toISOString(), ...end };
  expect(await tables.runs.get(runId)).toMatchObject(ending);
  expect(told).toEqual([{ owner: ada.id, message: expect.objectContaining({ type: 'run', ...ending }) }]);
});

test('an event that overtakes the record of its statement lands', async () => {
  const { hear, told } = await setup({ status: 'queued' });
  await hear(finished);
  expect(await tables.runs.get(runId)).toMatchObject({ status: 'succeeded', statementId, rows: 31 });
  expect(told).toHaveLength(1);
});

test.each([
  ['the same again', finished, [finished, finished]],
  ['another end', finished, [failed, aborted]],
])('after one end, %s changes and tells nothing', async (_case, first, others) => {
  const { hear, told } = await setup();
  await hear(first);
  const ended = await tables.runs.get(runId);
  for (const event of others) await hear(event);
  expect(await tables.runs.get(runId)).toEqual(ended);
  expect(told).toHaveLength(1);
});

test('a cancelled run stays cancelled', async () => {
  const { hear } = await setup({ status: 'cancelled' });
  await hear(finished);
  expect(await tables.runs.get(runId)).toMatchObject({ status: 'cancelled' });
});

test('what could not be told is told when Lambda tries again', async () => {
  const { hear, told, reach } = await setup();
  reach(false);
  await expect(hear(finished)).rejects.toThrow('unreachable');
  reach(true);
  await hear(finished);
  expect(told).toMatchObject([{ message: { status: 'succeeded' } }]);
});

test('the workflow has the present state told, once', async () => {
  const { hear, told } = await setup();
  await hear(workflow);
  await hear(workflow);
  expect(told).toMatchObject([{ owner: ada.id, message: { type: 'run', runId, status: 'running' } }]);
});

test('a statement that Redshift has forgotten has failed all the same', async () => {
  const { hear } = await setup(undefined, () => {
    throw new Refusal('ResourceNotFoundException', 'Query does not exist.');
  });
  await hear(failed);
  expect(await tables.runs.get(runId)).toMatchObject({ status: 'failed', error: { name: 'QueryFailed' } });
});

test('fails, changing nothing, while Redshift cannot say why', async () => {
  const { hear, told } = await setup(undefined, () => {
    throw new Refusal('ThrottlingException', 'Rate exceeded');
  });
  await expect(hear(failed)).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(await tables.runs.get(runId)).toMatchObject({ status: 'running' });
  expect(told).toEqual([]);
});

test('says in the log that there is no such run', async () => {
  const { hear, told, log } = await setup();
  const unknown = '00000000-0000-4000-8000-000000000000';
  await hear({ ...finished, detail: { ...finished.detail, statementName: `readout:${unknown}` } });
  await hear({ runId: unknown });
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
