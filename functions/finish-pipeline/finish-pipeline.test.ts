import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { scriptConclusion } from '@readout/runtime/pipeline-runs/conclude-script.ts';
import { pipelineRunFinish } from '@readout/runtime/pipeline-runs/finish-pipeline-run.ts';
import type { PipelineRunRecord, ScriptRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import { endPublisher } from '@readout/runtime/pipeline-runs/publish-end.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import {
  askedOf,
  pipelineRunId,
  queuedPipelineRun,
  type TestWorld,
  testWorld,
} from '@readout/runtime/testing/pipelines.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { finishPipeline } from './finish-pipeline.ts';

let tables: TestTables;
let world: TestWorld;
let outside: AwsServer;
let refused: Refusal | undefined;
let topic: object[];
let told: string[];
let loads: number;
beforeEach(async () => {
  refused = undefined;
  [topic, told, loads] = [[], [], 0];
  const answer = (value: object) => () => {
    if (refused) throw refused;
    return value;
  };
  [tables, world, outside] = await Promise.all([
    testTables(),
    testWorld(),
    awsServer({
      PutEvents: answer({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] }),
      SendEmail: answer({ MessageId: 'x' }),
    }),
  ]);
});
afterEach(() => Promise.all([tables.close(), world.close(), outside.close()]));

const log = keepingLog();
const script = (
  number: number,
  status: ScriptRecord['status'],
  more: Partial<ScriptRecord> = {},
): ScriptRecord => ({
  number,
  status,
  ...more,
});
const error = { name: 'QueryFailed', message: 'ERROR: no' } as const;
const record = (scripts: Record<string, ScriptRecord>, more: Partial<PipelineRunRecord> = {}) =>
  tables.pipelineRuns.create(
    queuedPipelineRun({
      status: 'running',
      scripts,
      notices: { onSuccess: ['good@example.com'], onFailure: ['bad@example.com', 'worse@example.com'] },
      ...more,
    }),
  );
const finish = (failure?: object, from: string | undefined = 'readout@example.com') => {
  const { pipelineRuns: runs, datasets } = tables;
  const { redshift, states } = world;
  const tell = async ({ status }: PipelineRunRecord) => void told.push(status);
  const notices = { send: async ({ input }: { input: object }) => topic.push(input) };
  const publish = endPublisher({
    events: new EventBridgeClient(outside.client),
    notices: notices as never,
    topicArn: 'arn:topic',
    mail: new SESv2Client(outside.client),
    from,
    stackName: 'readout',
    pageOrigin: 'https://page.example',
    log,
  });
  const conclude = scriptConclusion({ runs, states, tell });
  const tellLoaded = async () => {
    loads += 1;
  };
  const ending = pipelineRunFinish({
    runs,
    conclude,
    redshift,
    datasets,
    tell,
    tellLoaded,
    publish,
    now: () => noon,
  });
  return finishPipeline({ finish: ending })({ runId: pipelineRunId, ...(failure && { failure }) });
};
const stored = () => tables.pipelineRuns.get(pipelineRunId);
const mails = () => askedOf(outside, 'SendEmail').map(({ Destination }) => Destination.ToAddresses[0]);
const scriptFailed = { Error: 'ScriptFailed', Cause: 'x' };

test('a run of which all has succeeded: its tables are loaded, chains go on, and everybody is told', async () => {
  await record({ '10_a': script(10, 'succeeded'), '20_b': script(20, 'succeeded') });
  expect(await finish()).toEqual({ status: 'succeeded' });
  expect(await stored()).toMatchObject({ status: 'succeeded', endedAt: noon.toISOString() });
  expect(await stored()).not.toHaveProperty('open');
  expect(await tables.datasets.loads()).toEqual(new Map([['public.sales', noon.toISOString()]]));
  expect(askedOf(outside, 'PutEvents')[0].Entries).toEqual([
    {
      Source: 'readout',
      DetailType: 'Pipeline Run Status Change',
      Detail: JSON.stringify({
        stack: 'readout',
        pipeline: 'sales',
        runId: pipelineRunId,
        status: 'succeeded',
      }),
    },
  ]);
  expect(topic).toEqual([
    expect.objectContaining({
      TopicArn: 'arn:topic',
      Subject: 'Pipeline sales has succeeded',
      Message: `Sales has succeeded.\n\nhttps://page.example/pipeline-runs/${pipelineRunId}`,
      MessageAttributes: {
        pipeline: { DataType: 'String', StringValue: 'sales' },
        status: { DataType: 'String', StringValue: 'succeeded' },
      },
    }),
  ]);
  expect(mails()).toEqual(['good@example.com']);
  expect([told, loads]).toEqual([['succeeded'], 1]);
});

test('a run of which one script has failed: those after it are skipped, and nothing counts as loaded', async () => {
  const located = { ...error, at: { line: 14, column: 3 } };
  await record({ '10_a': script(10, 'failed', { error: located }), '20_b': script(20, 'waiting') });
  expect(await finish(scriptFailed)).toEqual({ status: 'failed', message: '10_a: ERROR: no' });
  expect(await stored()).toMatchObject({
    error: { name: 'QueryFailed', message: '10_a: ERROR: no' },
    scripts: { '20_b': { status: 'skipped' } },
  });
  expect([await tables.datasets.loads(), loads]).toEqual([new Map(), 0]);
  expect(mails()).toEqual(['bad@example.com', 'worse@example.com']);
  expect(JSON.stringify([topic, outside.asked])).not.toContain('ERROR: no');
});

test('a run that was cancelled, unless nothing was left to stop', async () => {
  await record({ '10_a': script(10, 'cancelled'), '20_b': script(20, 'waiting') }, { cancelledBy: 'ada' });
  expect(await finish(scriptFailed)).toEqual({ status: 'cancelled' });
  const runId = '00000000-0000-4000-8000-000000000002';
  await record({ '10_a': script(10, 'succeeded') }, { runId, cancelledBy: 'ada', alone: false });
  expect((await tables.pipelineRuns.get(runId))?.status).toBe('running');
});

test('a script that Redshift stopped for nobody fails the run', async () => {
  const stopped = { name: 'QueryFailed', message: 'Redshift stopped the script.' } as const;
  await record({ '10_a': script(10, 'cancelled', { error: stopped }) });
  expect(await finish(scriptFailed)).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('10_a'),
  });
});

test('what the workflow could not do is told, and what still runs is stopped', async () => {
  const statementId = 'c016234e-5c6c-4bc5-bb16-000000000009';
  world.statements.set(statementId, { Status: 'STARTED' });
  await record({
    '10_a': script(10, 'running', { statementId, token: 'token' }),
    '20_b': script(20, 'waiting'),
  });
  expect(await finish({ Error: 'States.Runtime', Cause: 'secret' })).toMatchObject({ status: 'failed' });
  expect((await stored())?.error).toEqual({
    name: 'InternalError',
    message: '10_a: Something went wrong on our side.',
  });
  expect(world.statements.get(statementId)?.Status).toBe('ABORTED');
});

test('what came up while it ran is asked for', async () => {
  await record({ '10_a': script(10, 'succeeded') });
  const start = {
    pipeline: 'sales',
    cause: 'object 1',
    inputs: {},
    startedBy: { kind: 'object', key: 'raw/x' },
  };
  await tables.pipelineRuns.follow(start as never);
  await finish();
  expect(askedOf(outside, 'PutEvents')[0].Entries[1]).toEqual({
    Source: 'readout',
    DetailType: 'Pipeline Run Wanted',
    Detail: JSON.stringify({ stack: 'readout', start }),
  });
});

test('done twice it is told once', async () => {
  await record({ '10_a': script(10, 'succeeded') });
  await finish();
  expect(await finish()).toEqual({ status: 'succeeded' });
  expect([topic.length, told.length, mails().length]).toEqual([1, 1, 1]);
});

test('what fails on the way is left to who comes next', async () => {
  await record({ '10_a': script(10, 'succeeded') });
  refused = new Refusal('InternalFailure', 'no', 500);
  await expect(finish()).rejects.toThrow();
  expect(await stored()).toMatchObject({ status: 'succeeded', open: 'open' });
  refused = undefined;
  await finish();
  expect(await stored()).not.toHaveProperty('open');
});

test('an address that SES refuses does not keep the run open', async () => {
  await record({ '10_a': script(10, 'succeeded') });
  const { send } = SESv2Client.prototype;
  SESv2Client.prototype.send = (async () => {
    throw Object.assign(new Error('not verified'), { name: 'MessageRejected' });
  }) as never;
  await finish();
  SESv2Client.prototype.send = send;
  expect(await stored()).not.toHaveProperty('open');
  expect(log.entries.at(-1)).toMatchObject({ message: 'The end of a pipeline run could not be told.' });
});

test('a stack without a sender sends no mail; a run that is not there is said to be none', async () => {
  await record({ '10_a': script(10, 'succeeded') });
  await finish(undefined, '');
  await expect(
    finishPipeline({ finish: async () => undefined })({ runId: '00000000-0000-4000-8000-000000000009' }),
  ).rejects.toMatchObject({ name: 'RunNotFound' });
});
