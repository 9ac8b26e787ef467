import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { PipelineRun } from '@readout/runtime/contracts.ts';
import type { Connection } from '../support/connection.ts';
import { copiedProject } from '../support/copied-project.ts';
import { analyst, type Person } from '../support/person.ts';
import { aws, type RunningStack } from '../support/stack.ts';
import { startStack } from '../support/start-stack.cjs';
import { ask } from '../support/warehouse.ts';

jest.setTimeout(300_000);

/** Hours of work, to be interrupted. */
const SLOW = 'select count(*) from generate_series(1, 100000000000) as t(x) where mod(x, 7) = 3;';

/** Pipelines for what may go wrong, beside those that ship. */
const PIPELINES: Record<string, Record<string, string>> = {
  slow: { '10_quick.sql': 'select 1;', '20_slow.sql': SLOW, '30_never.sql': 'select 1;' },
  failing: {
    '10_good.sql':
      'create table if not exists tries (n integer);\n-- idempotent: it counts\ninsert into tries values (1);',
    '20_bad.sql': 'select 1 / (select count(*) from mended);',
    '20_beside.sql': 'select 1;',
    '30_last.sql': 'select 1;',
  },
  arriving: { 'pipeline.yaml': 'trigger: { prefix: raw/arriving/ }', '10_take.sql': 'select 1;' },
  scheduled: {
    'pipeline.yaml': 'schedule: [{ cron: cron(* * * * ? *), time-zone: Europe/Berlin }]',
    '10_look.sql': 'select 1;',
  },
  following: { 'pipeline.yaml': 'after: [arriving]', '10_go_on.sql': 'select 1;' },
};

let project: string;
let stack: Awaited<ReturnType<typeof startStack>>;
let running: RunningStack;
let person: Person;
let connection: Connection;

const begin = async (options: string[] = []): Promise<void> => {
  const stateDir = join(project, 'state');
  const sender = ['--parameter', 'MailFrom=readout@example.com'];
  stack = await startStack(['--state', stateDir, ...sender, ...options], project);
  running = { ...stack.description, stateDir } as RunningStack;
  person = await analyst(running);
  connection = await person.connect();
};

beforeAll(async () => {
  project = copiedProject();
  for (const [id, files] of Object.entries(PIPELINES)) {
    const folder = join(project, 'sql/pipelines', id);
    mkdirSync(folder, { recursive: true });
    const yaml = `title: ${id}\naccess: everyone\n${files['pipeline.yaml'] ?? ''}\n`;
    for (const [name, text] of Object.entries({ ...files, 'pipeline.yaml': yaml }))
      writeFileSync(join(folder, name), text);
  }
  await begin();
});
afterAll(async () => {
  await connection?.close();
  await stack?.stop();
  rmSync(project, { recursive: true, force: true });
});

const client = () => ({ ...aws, endpoint: running.aws });
const start = async (pipeline: string): Promise<string> => {
  const { status, body } = await person.rest('POST', `/pipelines/${pipeline}/runs`, {});
  expect([status, body.error]).toEqual([202, undefined]);
  return body.runId;
};
const look = async (runId: string): Promise<PipelineRun> =>
  (await person.rest('GET', `/pipeline-runs/${runId}`)).body;
const until = async (runId: string, isSo: (run: PipelineRun) => boolean): Promise<PipelineRun> => {
  for (;;) {
    const run = await look(runId);
    if (isSo(run)) return run;
    await wait(200);
  }
};
const hasEnded = ({ status }: PipelineRun): boolean => !['queued', 'running'].includes(status);
const statuses = ({ scripts }: PipelineRun): string[] => scripts.map(({ status }) => status);
const isAtWork = ({ scripts }: PipelineRun): boolean =>
  scripts.some(({ status, statementId }) => status === 'running' && statementId !== undefined) &&
  scripts[0]?.status === 'succeeded';
/** How the execution of `runId` ended: the run's end is written by a state before its last. */
const executionOf = async (runId: string) => {
  const states = new SFNClient(client());
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
  const arn = stateMachines.find(({ name }) => name?.endsWith('run-pipeline'))?.stateMachineArn ?? '';
  const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${runId}`;
  for (;;) {
    const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await wait(200);
  }
};

describe('a script that fails', () => {
  it('lets the one beside it end, skips those after it, and is run again from its step', async () => {
    const runId = await start('failing');
    const failed = await until(runId, hasEnded);
    expect(statuses(failed)).toEqual(['succeeded', 'failed', 'succeeded', 'skipped']);
    const bad = failed.scripts.find(({ script }) => script === '20_bad');
    expect(bad?.error?.at).toEqual({ line: 1, column: 34 });
    expect(failed).toMatchObject({
      status: 'failed',
      error: {
        name: 'QueryFailed',
        message: expect.stringMatching(/^20_bad: .*relation "mended" does not exist/),
      },
    });
    expect(await executionOf(runId)).toMatchObject({ status: 'FAILED', error: 'PipelineFailed' });

    await ask('create table mended as select 1 as one', running.aws);
    const { status, headers, body } = await person.rest('POST', `/pipeline-runs/${runId}/retry`);
    expect([status, headers.get('location')]).toEqual([202, `../${body.runId}`]);
    const mended = await until(body.runId, hasEnded);
    expect(statuses(mended)).toEqual(['skipped', 'succeeded', 'succeeded', 'succeeded']);
    expect(mended).toMatchObject({ status: 'succeeded', retryOf: runId });
    expect(await ask('select count(*) from tries', running.aws)).toEqual([['1']]);
    const again = await person.rest('POST', `/pipeline-runs/${body.runId}/retry`);
    expect(again.body.error.name).toBe('NothingToRetry');
  });
});

describe('a pipeline that names whom to tell', () => {
  it('writes to them how it ended, with a link and no rows', async () => {
    const runId = await start('taxi');
    await until(runId, hasEnded);
    for (;;) {
      const { mails } = (await (await fetch(`${running.aws}/mailbox`)).json()) as { mails: { to: string }[] };
      const mail = mails.find(({ to }) => to === 'taxi-data@example.com');
      if (mail) {
        expect(mail).toMatchObject({
          subject: 'Pipeline taxi has succeeded',
          body: expect.stringContaining(`/pipeline-runs/${runId}`),
        });
        return;
      }
      await wait(200);
    }
  });
});

describe('a pipeline that runs', () => {
  it('is not started twice, and stops in Redshift when it is cancelled', async () => {
    const runId = await start('slow');
    const { scripts } = await until(runId, isAtWork);
    expect((await person.rest('POST', '/pipelines/slow/runs', {})).body.error.name).toBe('PipelineBusy');
    const { status, body } = await person.rest('DELETE', `/pipeline-runs/${runId}`);
    expect([status, body.cancelledBy]).toEqual([202, person.email]);
    const cancelled = await until(runId, hasEnded);
    expect([cancelled.status, ...statuses(cancelled)]).toEqual([
      'cancelled',
      'succeeded',
      'cancelled',
      'skipped',
    ]);
    expect(cancelled.scripts[1]?.statementId).toBe(scripts[1]?.statementId);
    expect((await person.rest('DELETE', `/pipeline-runs/${runId}`)).body.error.name).toBe('RunEnded');
    await connection.message({ type: 'pipeline-run', runId, status: 'cancelled' });
  });
});

describe('an object that arrives', () => {
  it('starts the pipeline that waits for it, and its success the one after it', async () => {
    const s3 = new S3Client({ ...client(), forcePathStyle: true });
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    const Bucket = Buckets.find(({ Name }) => Name?.includes('databucket'))?.Name;
    const Key = 'raw/arriving/2026-01.csv';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'a\n1\n' }));
    const first = await connection.message({
      type: 'pipeline-run',
      pipeline: 'arriving',
      status: 'succeeded',
    });
    expect(first.startedBy).toEqual({ kind: 'object', key: Key });
    const second = await connection.message({
      type: 'pipeline-run',
      pipeline: 'following',
      status: 'succeeded',
    });
    expect(second.startedBy).toEqual({ kind: 'pipeline', pipeline: 'arriving', runId: first.runId });
  });
});

describe('a schedule', () => {
  it('starts its pipeline when its time has come', async () => {
    const run = await connection.message({
      type: 'pipeline-run',
      pipeline: 'scheduled',
      status: 'succeeded',
    });
    expect(run.startedBy).toEqual({
      kind: 'schedule',
      cron: 'cron(* * * * ? *)',
      timeZone: 'Europe/Berlin',
    });
  });
});

describe('killing the stack in the middle of a pipeline', () => {
  /** Everything at once, as a power cut does. */
  const kill = (): void => {
    const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    const own = lines.filter((line) => line.includes(project) && !line.includes('ps -eo'));
    for (const line of own) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  };

  it('ends it truthfully when it is started again, and the pipeline may run anew', async () => {
    const runId = await start('slow');
    await until(runId, isAtWork);
    kill();
    await connection.closed;
    await begin();
    const ended = await until(runId, hasEnded);
    expect([ended.status, ...statuses(ended)]).toEqual(['failed', 'succeeded', 'failed', 'skipped']);
    expect(ended.error?.message).toMatch(/^20_slow: /);
    expect(['FAILED', 'ABORTED']).toContain((await executionOf(runId)).status);
    const again = await start('slow');
    await until(again, isAtWork);
    await person.rest('DELETE', `/pipeline-runs/${again}`);
    await until(again, hasEnded);
  });
});

describe('a stack that loses every completion event', () => {
  it('ends its pipelines all the same', async () => {
    await connection.close();
    await stack.stop();
    await begin(['--fault', 'lose=1']);
    const runId = await start('arriving');
    const lambda = new LambdaClient(client());
    const reconciling = setInterval(
      () =>
        lambda.send(new InvokeCommand({ FunctionName: 'readout-ReconcilePipelines' })).catch(() => undefined),
      5_000,
    );
    const ended = await until(runId, hasEnded);
    clearInterval(reconciling);
    expect([ended.status, ...statuses(ended)]).toEqual(['succeeded', 'succeeded']);
  });
});
