import { scriptConclusion } from '@readout/runtime/pipeline-runs/conclude-script.ts';
import type { FaultInScript } from '@readout/runtime/pipeline-runs/fault-in-script.ts';
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
import { endScript } from './end-script.ts';

const script = '20_load_store_sales';
const statementId = 'c016234e-5c6c-4bc5-bb16-2c5b8ff61814';

let tables: TestTables;
let world: TestWorld;
let told: string[];
let faults: object[];
beforeEach(async () => {
  [tables, world] = await Promise.all([testTables(), testWorld()]);
  [told, faults] = [[], []];
  await tables.pipelineRuns.create(
    queuedPipelineRun({ scripts: { [script]: { number: 20, status: 'waiting' } } }),
  );
  await tables.pipelineRuns.beginScript(pipelineRunId, script, 'token', noon);
  await tables.pipelineRuns.nameStatement(pipelineRunId, script, statementId, noon);
});
afterEach(() => Promise.all([tables.close(), world.close()]));

const log = keepingLog();
const hear = (event: unknown) => {
  const { pipelineRuns: runs } = tables;
  const tell = async ({ scripts }: { scripts: Record<string, { status: string }> }) =>
    void told.push(scripts[script]?.status ?? '');
  const conclude = scriptConclusion({ runs, states: world.states, tell });
  const faultInScript: FaultInScript = async (key, failed) => {
    faults.push({ ...key, ...failed });
    return { line: 14, column: 3 };
  };
  const { redshift } = world;
  return endScript({ runs, conclude, redshift, faultInScript, log, now: () => noon })(event);
};
const scriptNow = async () => (await tables.pipelineRuns.get(pipelineRunId))?.scripts[script];
const failures = () => askedOf(world, 'SendTaskFailure');

test('FINISHED lets the workflow go on', async () => {
  await hear(sampleEvent('end-script/finished'));
  expect(await scriptNow()).toMatchObject({ status: 'succeeded', endedAt: noon.toISOString() });
  expect(askedOf(world, 'SendTaskSuccess')).toEqual([
    { taskToken: 'token', output: '{"status":"succeeded"}' },
  ]);
  expect(told).toEqual(['succeeded']);
});

test('FAILED fails its state with what Redshift says', async () => {
  world.statements.set(statementId, { Status: 'FAILED', Error: 'Query #2 failed with ERROR: no' });
  await hear(sampleEvent('end-script/failed'));
  expect(await scriptNow()).toMatchObject({
    status: 'failed',
    error: { name: 'QueryFailed', message: 'Query #2 failed with ERROR: no' },
  });
  expect(failures()).toEqual([
    { taskToken: 'token', error: 'QueryFailed', cause: 'Query #2 failed with ERROR: no' },
  ]);
});

test('FAILED says where in its file the statement is that failed', async () => {
  const [message, sql] = ['ERROR: no', 'insert into sales select 1'];
  world.statements.set(statementId, {
    Status: 'FAILED',
    Error: `Query #2 failed with ${message}`,
    SubStatements: [
      { Id: `${statementId}:1`, Status: 'FINISHED', QueryString: 'delete from sales' },
      { Id: `${statementId}:2`, Status: 'FAILED', QueryString: sql, Error: message },
    ],
  });
  await hear(sampleEvent('end-script/failed'));
  expect(faults).toEqual([{ runId: pipelineRunId, script, index: 1, sql, message }]);
  expect((await scriptNow())?.error?.at).toEqual({ line: 14, column: 3 });
});

test('FAILED is told also when Redshift no longer says why, and a long message is cut', async () => {
  await hear(sampleEvent('end-script/failed'));
  expect((await scriptNow())?.error?.message).toContain('without saying why');
});

test('ABORTED is no success and no silence', async () => {
  await hear(sampleEvent('end-script/aborted'));
  expect(await scriptNow()).toMatchObject({
    status: 'cancelled',
    error: { message: 'Redshift stopped the script.' },
  });
  expect(failures()).toHaveLength(1);
});

test('an event that comes twice changes nothing, and releases the workflow once more', async () => {
  await hear(sampleEvent('end-script/finished'));
  world.goneTokens.add('token');
  await hear(sampleEvent('end-script/finished'));
  await hear(sampleEvent('end-script/aborted'));
  expect((await scriptNow())?.status).toBe('succeeded');
  expect(askedOf(world, 'SendTaskSuccess')).toHaveLength(3);
  expect(told).toEqual(['succeeded']);
});

test('an event that overtakes the record of its statement is not lost', async () => {
  await tables.pipelineRuns.end((await tables.pipelineRuns.get(pipelineRunId)) as never, {
    status: 'failed',
    at: noon,
  });
  const runId = '00000000-0000-4000-8000-000000000002';
  await tables.pipelineRuns.create(
    queuedPipelineRun({ runId, scripts: { [script]: { number: 20, status: 'waiting' } } }),
  );
  await tables.pipelineRuns.beginScript(runId, script, 'early', noon);
  const event = sampleEvent('end-script/finished');
  event.detail.statementName = event.detail.statementName.replace(pipelineRunId, runId);
  await hear(event);
  expect(askedOf(world, 'SendTaskSuccess')[0].taskToken).toBe('early');
});

test('a script that the workflow waits for no more is stopped, and says why', async () => {
  world.statements.set(statementId, { Status: 'STARTED' });
  await hear({ ...sampleEvent('end-script/given-up'), script });
  expect(world.statements.get(statementId)?.Status).toBe('ABORTED');
  expect(await scriptNow()).toMatchObject({ status: 'failed', error: { name: 'TimedOut' } });
});

test('a script that has ended is not ended again by its workflow', async () => {
  await hear(sampleEvent('end-script/finished'));
  await hear({ ...sampleEvent('end-script/given-up'), script });
  expect((await scriptNow())?.status).toBe('succeeded');
  expect(askedOf(world, 'CancelStatement')).toEqual([]);
});

test('a name that is no script’s is logged', async () => {
  const event = sampleEvent('end-script/finished');
  event.detail.statementName = 'readout/pipeline:00000000-0000-4000-8000-000000000009/10_gone';
  await hear(event);
  expect(log.entries.at(-1)).toMatchObject({ level: 'warn', message: 'There is no script of this name.' });
});
