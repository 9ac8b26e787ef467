import type { PipelineRunRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { RestRequest } from '@readout/runtime/rest.ts';
import { ada, bob } from '@readout/runtime/testing/examples.ts';
import {
  PIPELINE,
  pipelineObjects,
  pipelineRunId,
  queuedPipelineRun,
} from '@readout/runtime/testing/pipelines.ts';
import { newRunId, type Starting, starting } from './testing/starting.ts';

let at: Starting;
beforeEach(async () => {
  at = await starting();
});
afterEach(() => at.close());

const asked = (path: Record<string, string>, body: unknown = {}, caller = ada): RestRequest => ({
  caller,
  path,
  query: {},
  body: () => body,
});

describe('POST /pipelines/{pipeline}/runs', () => {
  it('records the run, starts its workflow under its id, and tells everybody', async () => {
    const { status, headers, body } = await at.with().request(asked({ pipeline: 'sales' }, { inputs: {} }));
    expect([status, headers]).toEqual([202, { location: `../../pipeline-runs/${newRunId}` }]);
    expect(body).toMatchObject({
      runId: newRunId,
      status: 'queued',
      startedBy: { kind: 'person', email: ada.email },
      inputs: {},
      resolved: { day: '2015-12-01' },
      scripts: [{ script: '10_load_customer', status: 'waiting' }, {}, {}],
    });
    expect(at.started()).toEqual([
      [
        newRunId,
        [
          { number: 10, scripts: ['10_load_customer', '10_load_item'] },
          { number: 20, scripts: ['20_load_sales'] },
        ],
      ],
    ]);
    expect(at.told).toEqual([newRunId]);
    expect(await at.tables.pipelineRuns.get(newRunId)).toMatchObject({
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
    await expect(at.with().request(asked(path, body, caller))).rejects.toMatchObject({ name });
    expect(at.world.asked).toEqual([]);
    expect((await at.tables.pipelineRuns.of('sales')).runs).toEqual([]);
  });

  it('refuses a pipeline with a broken script', async () => {
    const broken = pipelineObjects({ ...PIPELINE, '20_load_sales.sql': "select :day, 'x" });
    await expect(at.with(broken).request(asked({ pipeline: 'sales' }))).rejects.toMatchObject({
      name: 'InvalidTemplate',
    });
  });

  it('refuses a second run at a time, unless the pipeline allows it', async () => {
    await at.tables.pipelineRuns.create(queuedPipelineRun());
    await expect(at.with().request(asked({ pipeline: 'sales' }))).rejects.toMatchObject({
      name: 'PipelineBusy',
    });
    const allowing = { ...PIPELINE, 'pipeline.yaml': `${PIPELINE['pipeline.yaml']}overlap: allow\n` };
    expect(await at.with(pipelineObjects(allowing)).request(asked({ pipeline: 'sales' }))).toMatchObject({
      status: 202,
    });
  });

  it('leaves nothing queued when the workflow does not start', async () => {
    at.world.states.send = async () => {
      throw new Error('no');
    };
    await expect(at.with().request(asked({ pipeline: 'sales' }))).rejects.toMatchObject({
      name: 'Unavailable',
    });
    expect(await at.tables.pipelineRuns.get(newRunId)).toMatchObject({ status: 'failed' });
  });
});

describe('POST /pipeline-runs/{runId}/retry', () => {
  const failedRun = async (statuses: string[], more: Partial<PipelineRunRecord> = {}) => {
    const numbers = [10, 10, 20];
    const names = ['10_load_customer', '10_load_item', '20_load_sales'];
    const scripts = Object.fromEntries(
      names.map((name, index) => [name, { number: numbers[index] ?? 0, status: statuses[index] as never }]),
    );
    await at.tables.pipelineRuns.create(
      queuedPipelineRun({ status: 'failed', scripts, alone: false, ...more }),
    );
  };
  const retry = (caller = ada) => at.with().request(asked({ runId: pipelineRunId }, {}, caller));

  it('goes on from the step that failed, with what was bound then', async () => {
    await failedRun(['succeeded', 'succeeded', 'failed'], { inputs: { day: 'yesterday' } });
    const { headers, body } = await retry();
    expect(headers).toEqual({ location: `../${newRunId}` });
    expect(body).toMatchObject({ retryOf: pipelineRunId, inputs: { day: 'yesterday' } });
    expect(at.started()).toEqual([[newRunId, [{ number: 20, scripts: ['20_load_sales'] }]]]);
    const record = await at.tables.pipelineRuns.get(newRunId);
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
    expect(at.started()[0]?.[1]).toHaveLength(2);
  });

  it('of a retry begins no earlier than that did', async () => {
    await failedRun(['skipped', 'skipped', 'cancelled'], { status: 'cancelled', from: 20 });
    await retry();
    expect(at.started()).toEqual([[newRunId, [{ number: 20, scripts: ['20_load_sales'] }]]]);
  });

  it.each(['queued', 'running', 'succeeded'] as const)('refuses a run that is %s', async (status) => {
    await failedRun(['succeeded', 'succeeded', 'succeeded'], { status });
    await expect(retry()).rejects.toMatchObject({ name: 'NothingToRetry' });
  });

  it('refuses a step that is no longer there, and whom the pipeline is not for', async () => {
    const scripts = { '99_gone': { number: 99, status: 'failed' as const } };
    await at.tables.pipelineRuns.create(queuedPipelineRun({ status: 'failed', scripts, alone: false }));
    await expect(retry()).rejects.toMatchObject({ name: 'NothingToRetry' });
    await expect(retry(bob)).rejects.toMatchObject({ name: 'RunNotFound' });
    await expect(retry({ ...bob, groups: ['operators'] })).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
