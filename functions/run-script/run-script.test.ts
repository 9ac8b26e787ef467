import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { Refusal } from '@readout/runtime/testing/aws-server.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { noon } from '@readout/runtime/testing/examples.ts';
import {
  askedOf,
  PIPELINE,
  pipelineObjects,
  pipelineRunId,
  queuedPipelineRun,
  type TestWorld,
  testWorld,
} from '@readout/runtime/testing/pipelines.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { runScript } from './run-script.ts';

let tables: TestTables;
let world: TestWorld;
let told: number[];
beforeEach(async () => {
  [tables, world] = await Promise.all([testTables(), testWorld()]);
  await tables.pipelineRuns.create(queuedPipelineRun());
  told = [];
});
afterEach(() => Promise.all([tables.close(), world.close()]));

const run = (script = '20_load_sales', token = 'token', files = PIPELINE) =>
  runScript({
    runs: tables.pipelineRuns,
    folders: pipelinesIn(testBuckets(pipelineObjects(files)).client, 'templates'),
    redshift: world.redshift,
    states: world.states,
    warehouse: { Database: 'dev', WorkgroupName: 'readout' },
    constants: { data_bucket: 'data-bucket' },
    stackName: 'readout',
    tell: async ({ version }) => void told.push(version),
    now: () => noon,
  })({ runId: pipelineRunId, script, token });
const scriptNow = async (name = '20_load_sales') =>
  (await tables.pipelineRuns.get(pipelineRunId))?.scripts[name];

test('sends the statements of a script as one transaction with what is bound, and is done', async () => {
  await run();
  expect(askedOf(world, 'BatchExecuteStatement')).toEqual([
    {
      Database: 'dev',
      WorkgroupName: 'readout',
      Sqls: [expect.stringContaining('where day = :day'), expect.stringContaining(':day')],
      Parameters: [{ name: 'day', value: '2026-04-01' }],
      ExecutionMode: 'TRANSACTION',
      StatementName: `readout/pipeline:${pipelineRunId}/20_load_sales`,
      ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      WithEvent: true,
    },
  ]);
  const [statementId] = world.statements.keys();
  expect(await scriptNow()).toMatchObject({ status: 'running', token: 'token', statementId });
  expect(told).toEqual([2, 3]);
  expect(askedOf(world, 'SendTaskSuccess')).toEqual([]);
});

test('sends no parameters where none is used', async () => {
  await run('10_load_item');
  const [batch] = askedOf(world, 'BatchExecuteStatement');
  expect(batch).not.toHaveProperty('Parameters');
  expect(batch.Sqls[1]).toContain("'s3://data-bucket/item.csv'");
});

test('a second try has the same client token and waits with the new task token', async () => {
  await run();
  await run('20_load_sales', 'another');
  const [first, second] = askedOf(world, 'BatchExecuteStatement');
  expect(second.ClientToken).toBe(first.ClientToken);
  await run('10_load_item');
  expect(askedOf(world, 'BatchExecuteStatement')[2].ClientToken).not.toBe(first.ClientToken);
  expect((await scriptNow())?.token).toBe('another');
});

test('a script that has ended meanwhile releases the new token, and is not sent again', async () => {
  await run();
  await tables.pipelineRuns.endScript(pipelineRunId, '20_load_sales', { status: 'succeeded', at: noon });
  await run('20_load_sales', 'another');
  expect(askedOf(world, 'SendTaskSuccess')).toEqual([
    { taskToken: 'another', output: '{"status":"succeeded"}' },
  ]);
  expect(askedOf(world, 'BatchExecuteStatement')).toHaveLength(1);
});

test('of a run that was cancelled no script is sent any more', async () => {
  await tables.pipelineRuns.cancel(pipelineRunId, 'ada@example.com', noon);
  await run();
  expect(await scriptNow()).toMatchObject({ status: 'cancelled' });
  expect(askedOf(world, 'SendTaskFailure')).toEqual([
    { taskToken: 'token', error: 'Cancelled', cause: 'cancelled' },
  ]);
  expect(askedOf(world, 'BatchExecuteStatement')).toEqual([]);
});

test('a batch whose run was cancelled while it was sent is stopped', async () => {
  const { nameStatement } = tables.pipelineRuns;
  tables.pipelineRuns.nameStatement = async (...given) => {
    await tables.pipelineRuns.cancel(pipelineRunId, 'ada@example.com', noon);
    return nameStatement.apply(tables.pipelineRuns, given);
  };
  await run();
  expect(askedOf(world, 'CancelStatement')).toEqual([{ Id: [...world.statements.keys()][0] }]);
});

test.each<[string, Record<string, string>, string, string]>([
  ['a script that is gone', { '20_load_sales.sql': '' }, 'InvalidTemplate', 'at least one statement'],
  [
    'a script that is broken now',
    { '20_load_sales.sql': "select :day, 'x" },
    'InvalidTemplate',
    '20_load_sales.sql, line 1',
  ],
  ['an input that is asked for by now', { 'pipeline.yaml': 'title: T' }, 'InvalidTemplate', ':day is used'],
])('fails with %s', async (_what, change, name, message) => {
  const running = run('20_load_sales', 'token', { ...PIPELINE, ...change });
  await expect(running).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
});

test.each([
  ['ValidationException', 'QueryFailed', 'no such database'],
  ['ActiveStatementsExceededException', 'Unavailable', 'Redshift is busy'],
  ['ThrottlingException', 'ThrottlingException', 'no such database'],
])('%s of the Data API is %s', async (refused, name, message) => {
  world.refusal.batch = new Refusal(refused, 'no such database');
  await expect(run()).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  expect(await scriptNow()).toMatchObject({ status: 'running' });
});
