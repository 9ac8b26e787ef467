import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { pipelineRunLauncher } from '@readout/runtime/pipeline-runs/launch-pipeline-run.ts';
import type { PipelineRunRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { RestRequest } from '@readout/runtime/rest.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import {
  askedOf,
  PIPELINE,
  pipelineObjects,
  pipelineRunId,
  queuedPipelineRun,
  type TestWorld,
  testWorld,
} from '@readout/runtime/testing/pipelines.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { runBeginning } from './begin-run.ts';
import { onEvent } from './on-event.ts';
import { onRequest } from './on-request.ts';

let tables: TestTables;
let world: TestWorld;
let told: string[];
beforeEach(async () => {
  [tables, world] = await Promise.all([testTables(), testWorld()]);
  told = [];
});
afterEach(() => Promise.all([tables.close(), world.close()]));

const log = keepingLog();
const newRunId = '00000000-0000-4000-8000-000000000001';

const setup = (objects = pipelineObjects()) => {
  const { pipelineRuns: runs } = tables;
  const folders = pipelinesIn(testBuckets(objects).client, 'templates');
  const begin = runBeginning({
    runs,
    launch: pipelineRunLauncher({ states: world.states, workflowArn: 'arn:workflow' }),
    tell: async ({ runId }) => void told.push(runId),
    constants: { data_bucket: 'data-bucket' },
    timeZone: 'UTC',
    log,
    now: () => noon,
  });
  return {
    request: onRequest({ folders, runs, begin, operatorGroup: 'operators', newId: () => newRunId }),
    event: onEvent({ folders, runs, begin, log }),
  };
};
const asked = (path: Record<string, string>, body: unknown = {}, caller = ada): RestRequest => ({
  caller,
  path,
  query: {},
  body: () => body,
});
const started = () =>
  askedOf(world, 'StartExecution').map(({ name, input }) => [name, JSON.parse(input).steps]);
const startedBy = async (): Promise<PipelineRunRecord['startedBy'][]> => {
  const ids = askedOf(world, 'StartExecution').map(({ name }) => name);
  return Promise.all(ids.map(async (id) => (await tables.pipelineRuns.get(id))?.startedBy as never));
};

describe('POST /pipelines/{pipeline}/runs', () => {
  it('records the run, starts its workflow under its id, and tells everybody', async () => {
    const { status, headers, body } = await setup().request(asked({ pipeline: 'sales' }, { inputs: {} }));
    expect([status, headers]).toEqual([202, { location: `../../pipeline-runs/${newRunId}` }]);
    expect(body).toMatchObject({
      runId: newRunId,
      status: 'queued',
      startedBy: { kind: 'person', email: ada.email },
      inputs: {},
      resolved: { day: '2015-12-01' },
      scripts: [{ script: '10_load_customer', status: 'waiting' }, {}, {}],
    });
    expect(started()).toEqual([
      [
        newRunId,
        [
          { number: 10, scripts: ['10_load_customer', '10_load_item'] },
          { number: 20, scripts: ['20_load_sales'] },
        ],
      ],
    ]);
    expect(told).toEqual([newRunId]);
    expect(await tables.pipelineRuns.get(newRunId)).toMatchObject({
      values: { day: '2015-12-01' },
      timeoutSeconds: 1800,
      alone: true,
      writes: ['sales', 'public.item'],
      notices: { onSuccess: [], onFailure: ['sales@example.com'] },
    });
  });

  it.each<[string, Record<string, string>, unknown, typeof ada, string]>([
    ['a pipeline that is not there', { pipeline: 'gone' }, {}, ada, 'PipelineNotFound'],
    ['an id that is none', { pipeline: '../x' }, {}, ada, 'PipelineNotFound'],
    ['somebody of no group', { pipeline: 'sales' }, {}, bob, 'AccessDenied'],
    ['an operator of no group', { pipeline: 'sales' }, {}, { ...bob, groups: ['operators'] }, 'AccessDenied'],
    ['an input that is none', { pipeline: 'sales' }, { inputs: { day: 'never' } }, ada, 'InvalidInput'],
    ['an input that is not known', { pipeline: 'sales' }, { inputs: { other: 1 } }, ada, 'InvalidInput'],
    ['a field that is not known', { pipeline: 'sales' }, { fresh: true }, ada, 'InvalidMessage'],
  ])('refuses %s, and nothing is started', async (_what, path, body, caller, name) => {
    await expect(setup().request(asked(path, body, caller))).rejects.toMatchObject({ name });
    expect(world.asked).toEqual([]);
    expect((await tables.pipelineRuns.of('sales')).runs).toEqual([]);
  });

  it('refuses a pipeline with a broken script', async () => {
    const broken = pipelineObjects({ ...PIPELINE, '20_load_sales.sql': "select :day, 'x" });
    await expect(setup(broken).request(asked({ pipeline: 'sales' }))).rejects.toMatchObject({
      name: 'InvalidTemplate',
    });
  });

  it('refuses a second run at a time, unless the pipeline allows it', async () => {
    await tables.pipelineRuns.create(queuedPipelineRun());
    await expect(setup().request(asked({ pipeline: 'sales' }))).rejects.toMatchObject({
      name: 'PipelineBusy',
    });
    const allowing = { ...PIPELINE, 'pipeline.yaml': `${PIPELINE['pipeline.yaml']}overlap: allow\n` };
    expect(await setup(pipelineObjects(allowing)).request(asked({ pipeline: 'sales' }))).toMatchObject({
      status: 202,
    });
  });

  it('leaves nothing queued when the workflow does not start', async () => {
    world.states.send = async () => {
      throw new Error('no');
    };
    await expect(setup().request(asked({ pipeline: 'sales' }))).rejects.toMatchObject({
      name: 'Unavailable',
    });
    expect(await tables.pipelineRuns.get(newRunId)).toMatchObject({ status: 'failed' });
  });
});

describe('POST /pipeline-runs/{runId}/retry', () => {
  const failedRun = async (statuses: string[], more: Partial<PipelineRunRecord> = {}) => {
    const numbers = [10, 10, 20];
    const names = ['10_load_customer', '10_load_item', '20_load_sales'];
    const scripts = Object.fromEntries(
      names.map((name, index) => [name, { number: numbers[index] ?? 0, status: statuses[index] as never }]),
    );
    await tables.pipelineRuns.create(queuedPipelineRun({ status: 'failed', scripts, alone: false, ...more }));
  };
  const retry = (caller = ada) => setup().request(asked({ runId: pipelineRunId }, {}, caller));

  it('goes on from the step that failed, with what was bound then', async () => {
    await failedRun(['succeeded', 'succeeded', 'failed'], { inputs: { day: 'yesterday' } });
    const { headers, body } = await retry();
    expect(headers).toEqual({ location: `../${newRunId}` });
    expect(body).toMatchObject({ retryOf: pipelineRunId, inputs: { day: 'yesterday' } });
    expect(started()).toEqual([[newRunId, [{ number: 20, scripts: ['20_load_sales'] }]]]);
    const record = await tables.pipelineRuns.get(newRunId);
    expect(record?.values).toEqual({ day: '2026-04-01' });
    expect(Object.values(record?.scripts ?? {}).map(({ status }) => status)).toEqual([
      'skipped',
      'skipped',
      'waiting',
    ]);
  });

  it('runs all of a step again of which one failed', async () => {
    await failedRun(['failed', 'succeeded', 'skipped']);
    await retry();
    expect(started()[0]?.[1]).toHaveLength(2);
  });

  it('of a retry begins no earlier than that did', async () => {
    await failedRun(['skipped', 'skipped', 'cancelled'], { status: 'cancelled', from: 20 });
    await retry();
    expect(started()).toEqual([[newRunId, [{ number: 20, scripts: ['20_load_sales'] }]]]);
  });

  it.each(['queued', 'running', 'succeeded'] as const)('refuses a run that is %s', async (status) => {
    await failedRun(['succeeded', 'succeeded', 'succeeded'], { status });
    await expect(retry()).rejects.toMatchObject({ name: 'NothingToRetry' });
  });

  it('refuses a step that is no longer there, and whom the pipeline is not for', async () => {
    const scripts = { '99_gone': { number: 99, status: 'failed' as const } };
    await tables.pipelineRuns.create(queuedPipelineRun({ status: 'failed', scripts, alone: false }));
    await expect(retry()).rejects.toMatchObject({ name: 'NothingToRetry' });
    await expect(retry(bob)).rejects.toMatchObject({ name: 'RunNotFound' });
    await expect(retry({ ...bob, groups: ['operators'] })).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('an event', () => {
  const yaml = PIPELINE['pipeline.yaml'];
  const withMore = (more: string, id = 'sales') =>
    pipelineObjects({ ...PIPELINE, 'pipeline.yaml': `${yaml}${more}\n` }, id);

  it('of an object starts the pipelines that wait for it, once', async () => {
    const objects = {
      ...withMore('trigger: { prefix: raw/sales/ }'),
      ...withMore('trigger: { prefix: raw/x/ }', 'x'),
    };
    const { event } = setup(objects);
    await event(sampleEvent('start-pipeline/object'));
    await event(sampleEvent('start-pipeline/object'));
    expect(new Set(started().map(([id]) => id)).size).toBe(1);
    expect(await startedBy()).toEqual(
      expect.arrayContaining([{ kind: 'object', key: 'raw/sales/2026-01.csv' }]),
    );
    expect((await tables.pipelineRuns.of('x')).runs).toEqual([]);
  });

  it('of a success starts those after it, with the inputs that they share', async () => {
    await tables.pipelineRuns.create(
      queuedPipelineRun({ inputs: { day: '2026-04-05', other: 'x' }, status: 'succeeded', alone: false }),
    );
    const objects = { ...pipelineObjects(), ...withMore('after: [sales]', 'next') };
    await setup(objects).event(sampleEvent('start-pipeline/succeeded'));
    const { runs } = await tables.pipelineRuns.of('next');
    expect(runs).toMatchObject([
      {
        inputs: { day: '2026-04-05' },
        startedBy: { kind: 'pipeline', pipeline: 'sales', runId: pipelineRunId },
      },
    ]);
    expect(started()).toHaveLength(1);
  });

  it('of a schedule starts its pipeline with its inputs, relative dates those of the day', async () => {
    const schedule = {
      pipeline: 'sales',
      cron: 'cron(0 6 * * ? *)',
      timeZone: 'Europe/Berlin',
      inputs: { day: 'yesterday' },
    };
    await setup().event({ schedule, execution: 'one' });
    const { runs } = await tables.pipelineRuns.of('sales');
    expect(runs).toMatchObject([
      {
        values: { day: '2015-11-30' },
        startedBy: { kind: 'schedule', cron: 'cron(0 6 * * ? *)', timeZone: 'Europe/Berlin' },
      },
    ]);
  });

  it('that finds its pipeline running hinders no other, and starts it once more when that has ended', async () => {
    await tables.pipelineRuns.create(queuedPipelineRun());
    const trigger = 'trigger: { prefix: raw/sales/ }';
    const objects = { ...withMore(trigger), ...withMore(trigger, 'tales') };
    const { event } = setup({ ...objects, 'templates/pipelines/bad/pipeline.yaml': '[' });
    await event(sampleEvent('start-pipeline/object'));
    expect((await tables.pipelineRuns.of('tales')).runs).toHaveLength(1);
    const found = await tables.pipelineRuns.get(pipelineRunId);
    const ended = await tables.pipelineRuns.end(found as never, { status: 'failed', at: noon });
    await event({
      source: 'readout',
      'detail-type': 'Pipeline Run Wanted',
      detail: { stack: 'readout', start: ended?.next },
    });
    const { runs } = await tables.pipelineRuns.of('sales');
    expect(runs.find(({ status }) => status === 'queued')?.startedBy).toEqual({
      kind: 'object',
      key: 'raw/sales/2026-01.csv',
    });
  });

  it('of a schedule that finds its pipeline running, or gone, is logged', async () => {
    await tables.pipelineRuns.create(queuedPipelineRun());
    const schedule = { pipeline: 'sales', cron: 'cron(0 6 * * ? *)', timeZone: 'UTC', inputs: {} };
    await setup().event({ schedule, execution: 'one' });
    expect(log.entries.at(-1)?.message).toContain('The pipeline sales is running already.');
    await setup().event(sampleEvent('start-pipeline/schedule'));
    expect(log.entries.at(-1)?.message).toContain('The pipeline gone was not started');
  });

  it('of a run that has failed starts nothing', async () => {
    const failed = sampleEvent('start-pipeline/succeeded');
    failed.detail.status = 'failed';
    await setup(withMore('after: [sales]', 'next')).event(failed);
    expect(started()).toEqual([]);
  });

  it('of another kind is refused', async () => {
    await expect(setup().event({ source: 'other' })).rejects.toThrow();
  });
});
