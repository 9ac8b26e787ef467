import { scriptConclusion } from '@readout/runtime/pipeline-runs/conclude-script.ts';
import { pipelineRunFinish } from '@readout/runtime/pipeline-runs/finish-pipeline-run.ts';
import { pipelineRunLauncher } from '@readout/runtime/pipeline-runs/launch-pipeline-run.ts';
import type { PipelineRunRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import {
  askedOf,
  pipelineRunId,
  queuedPipelineRun,
  type TestWorld,
  testWorld,
} from '@readout/runtime/testing/pipelines.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { reconcilePipelines } from './reconcile-pipelines.ts';

let tables: TestTables;
let world: TestWorld;
let published: PipelineRunRecord[];
beforeEach(async () => {
  [tables, world] = await Promise.all([testTables(), testWorld()]);
  published = [];
  await tables.pipelineRuns.create(queuedPipelineRun());
});
afterEach(() => Promise.all([tables.close(), world.close()]));

const workflowArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:readout-run-pipeline';
const log = keepingLog();
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

/** A minute and more after the run was made. */
const reconcile = (event: unknown = sampleEvent('reconcile-pipelines/scheduled'), at = minutes(2)) => {
  const { pipelineRuns: runs, datasets } = tables;
  const { redshift, states } = world;
  const tell = async () => undefined;
  const conclude = scriptConclusion({ runs, states, tell });
  const publish = async (record: PipelineRunRecord) => void published.push(record);
  const now = () => at;
  const tellLoaded = async () => undefined;
  const finish = pipelineRunFinish({ runs, conclude, redshift, datasets, tell, tellLoaded, publish, now });
  const launch = pipelineRunLauncher({ states, workflowArn });
  const deps = {
    runs,
    redshift,
    faultInScript: async () => undefined,
    states,
    workflowArn,
    stackName: 'readout',
    conclude,
    finish,
    launch,
    log,
    now,
  };
  return reconcilePipelines(deps)(event);
};
const script = '10_load_item';
const send = async (Status: string, statementId: string | null = 'c016234e-5c6c-4bc5-bb16-000000000001') => {
  await tables.pipelineRuns.beginScript(pipelineRunId, script, 'token', noon);
  world.executions.set(pipelineRunId, 'RUNNING');
  const StatementName = `readout/pipeline:${pipelineRunId}/${script}`;
  world.statements.set(statementId ?? 'c016234e-5c6c-4bc5-bb16-000000000002', { Status, StatementName });
  if (statementId) await tables.pipelineRuns.nameStatement(pipelineRunId, script, statementId, noon);
};
const stored = async (): Promise<PipelineRunRecord> => {
  const found = await tables.pipelineRuns.get(pipelineRunId);
  if (!found) throw new Error('there is no such run');
  return found;
};

test('a script that Redshift is still at is kept alive', async () => {
  await send('STARTED');
  await reconcile();
  expect(askedOf(world, 'SendTaskHeartbeat')).toEqual([{ taskToken: 'token' }]);
  expect((await stored()).scripts[script]?.status).toBe('running');
});

test.each([
  ['FINISHED', 'succeeded', 'SendTaskSuccess'],
  ['FAILED', 'failed', 'SendTaskFailure'],
  ['ABORTED', 'cancelled', 'SendTaskFailure'],
])('a script whose event was lost ends as it has: %s', async (state, status, operation) => {
  await send(state);
  await reconcile();
  expect((await stored()).scripts[script]?.status).toBe(status);
  expect(askedOf(world, operation)).toHaveLength(1);
});

test('a script that was sent without being recorded is found by its name', async () => {
  await send('FINISHED', null);
  await reconcile();
  expect((await stored()).scripts[script]).toMatchObject({
    status: 'succeeded',
    statementId: 'c016234e-5c6c-4bc5-bb16-000000000002',
  });
});

test('a script that Redshift has forgotten has failed', async () => {
  await send('STARTED');
  world.statements.clear();
  await reconcile();
  expect((await stored()).scripts[script]).toMatchObject({
    status: 'failed',
    error: { name: 'ResultExpired' },
  });
});

test('a run whose workflow is gone is ended: what has ended is as it was, what runs is stopped', async () => {
  await send('FINISHED');
  await tables.pipelineRuns.beginScript(pipelineRunId, '10_load_customer', 'other', noon);
  const other = 'c016234e-5c6c-4bc5-bb16-000000000009';
  await tables.pipelineRuns.nameStatement(pipelineRunId, '10_load_customer', other, noon);
  world.statements.set(other, { Status: 'STARTED' });
  world.executions.clear();
  world.goneTokens.add('token').add('other');
  await reconcile();
  const ended = await stored();
  expect(Object.entries(ended.scripts).map(([name, { status }]) => [name, status])).toEqual([
    ['10_load_customer', 'failed'],
    ['10_load_item', 'succeeded'],
    ['20_load_sales', 'skipped'],
  ]);
  expect(ended).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
  expect(world.statements.get(other)?.Status).toBe('ABORTED');
  expect(published.map(({ runId }) => runId)).toEqual([pipelineRunId]);
  expect(
    await tables.pipelineRuns.create(queuedPipelineRun({ runId: '00000000-0000-4000-8000-000000000002' })),
  ).toBe('created');
});

test('an execution that was aborted ends its run at once', async () => {
  await send('STARTED');
  world.executions.set(pipelineRunId, 'ABORTED');
  await reconcile(sampleEvent('reconcile-pipelines/aborted'), noon);
  expect((await stored()).status).toBe('failed');
  const event = sampleEvent('reconcile-pipelines/aborted');
  event.detail.name = '00000000-0000-4000-8000-000000000009';
  await reconcile(event, noon);
});

test('a run whose workflow never began is started again, for ten minutes', async () => {
  await reconcile();
  expect(askedOf(world, 'StartExecution')).toEqual([
    {
      stateMachineArn: workflowArn,
      name: pipelineRunId,
      input: JSON.stringify({
        runId: pipelineRunId,
        steps: [
          { number: 10, scripts: ['10_load_customer', '10_load_item'] },
          { number: 20, scripts: ['20_load_sales'] },
        ],
        timeoutSeconds: 1800,
      }),
    },
  ]);
  world.executions.clear();
  await reconcile(undefined, minutes(11));
  expect(await stored()).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
});

test('a run that was cancelled is stopped again until it has ended', async () => {
  await send('STARTED');
  await tables.pipelineRuns.cancel(pipelineRunId, 'ada@example.com', noon);
  await reconcile();
  expect([...world.statements.values()].map(({ Status }) => Status)).toEqual(['ABORTED']);
  await reconcile();
  expect((await stored()).scripts[script]?.status).toBe('cancelled');
});

test('what an end brings with it is done, whoever died before', async () => {
  await tables.pipelineRuns.end(await stored(), { status: 'failed', at: noon });
  await reconcile();
  expect(published).toHaveLength(1);
  await reconcile();
  expect(published).toHaveLength(1);
});

test('a young run is left to its workflow', async () => {
  await reconcile(undefined, noon);
  expect(world.asked).toEqual([]);
});

test('one that cannot be reconciled hinders no other, and fails the function', async () => {
  await send('STARTED');
  const runId = '00000000-0000-4000-8000-000000000002';
  await tables.pipelineRuns.create(queuedPipelineRun({ runId, pipeline: 'other' }));
  const { states } = world;
  const answer = states.send.bind(states) as (command: object) => Promise<object>;
  const picky = async (command: { input: object }) => {
    if (JSON.stringify(command.input).includes(pipelineRunId)) throw new Error('no');
    return answer(command);
  };
  Object.assign(states, { send: picky });
  await expect(reconcile()).rejects.toThrow('1 pipeline runs could not be reconciled.');
  expect(askedOf(world, 'StartExecution').map(({ name }) => name)).toEqual([runId]);
});
