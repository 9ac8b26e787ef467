import { noon } from '@readout/runtime/testing/examples.ts';
import {
  PIPELINE,
  pipelineObjects,
  pipelineRunId,
  queuedPipelineRun,
} from '@readout/runtime/testing/pipelines.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type Starting, starting } from './testing/starting.ts';

let at: Starting;
beforeEach(async () => {
  at = await starting();
});
afterEach(() => at.close());

describe('an event', () => {
  const yaml = PIPELINE['pipeline.yaml'];
  const withMore = (more: string, id = 'sales') =>
    pipelineObjects({ ...PIPELINE, 'pipeline.yaml': `${yaml}${more}\n` }, id);

  it('of an object starts the pipelines that wait for it, once', async () => {
    const objects = {
      ...withMore('trigger: { prefix: raw/sales/ }'),
      ...withMore('trigger: { prefix: raw/x/ }', 'x'),
    };
    const { event } = at.with(objects);
    await event(sampleEvent('start-pipeline/object'));
    await event(sampleEvent('start-pipeline/object'));
    // By the one name Step Functions runs one, and a workflow that was not started the first time is started.
    expect(at.started()).toHaveLength(2);
    expect(new Set(at.started().map(([id]) => id)).size).toBe(1);
    expect(await at.startedBy()).toEqual(
      expect.arrayContaining([{ kind: 'object', key: 'raw/sales/2026-01.csv' }]),
    );
    expect((await at.tables.pipelineRuns.of('x')).runs).toEqual([]);
  });

  it('of a success starts those after it, with the inputs that they share', async () => {
    await at.tables.pipelineRuns.create(
      queuedPipelineRun({ inputs: { day: '2026-04-05', other: 'x' }, status: 'succeeded', alone: false }),
    );
    const objects = { ...pipelineObjects(), ...withMore('after: [sales]', 'next') };
    await at.with(objects).event(sampleEvent('start-pipeline/succeeded'));
    const { runs } = await at.tables.pipelineRuns.of('next');
    expect(runs).toMatchObject([
      {
        inputs: { day: '2026-04-05' },
        startedBy: { kind: 'pipeline', pipeline: 'sales', runId: pipelineRunId },
      },
    ]);
    expect(at.started()).toHaveLength(1);
  });

  it('of a schedule starts its pipeline with its inputs, relative dates those of the day', async () => {
    const schedule = {
      pipeline: 'sales',
      cron: 'cron(0 6 * * ? *)',
      timeZone: 'Europe/Berlin',
      inputs: { day: 'yesterday' },
    };
    await at.with().event({ schedule, execution: 'one' });
    const { runs } = await at.tables.pipelineRuns.of('sales');
    expect(runs).toMatchObject([
      {
        values: { day: '2015-11-30' },
        startedBy: { kind: 'schedule', cron: 'cron(0 6 * * ? *)', timeZone: 'Europe/Berlin' },
      },
    ]);
  });

  it('that finds its pipeline running hinders no other, and starts it once more when that has ended', async () => {
    await at.tables.pipelineRuns.create(queuedPipelineRun());
    const trigger = 'trigger: { prefix: raw/sales/ }';
    const objects = { ...withMore(trigger), ...withMore(trigger, 'tales') };
    const { event } = at.with({ ...objects, 'templates/pipelines/bad/pipeline.yaml': '[' });
    await event(sampleEvent('start-pipeline/object'));
    expect((await at.tables.pipelineRuns.of('tales')).runs).toHaveLength(1);
    const found = await at.tables.pipelineRuns.get(pipelineRunId);
    const ended = await at.tables.pipelineRuns.end(found as never, { status: 'failed', at: noon });
    await event({
      source: 'readout',
      'detail-type': 'Pipeline Run Wanted',
      detail: { stack: 'readout', start: ended?.next },
    });
    const { runs } = await at.tables.pipelineRuns.of('sales');
    expect(runs.find(({ status }) => status === 'queued')?.startedBy).toEqual({
      kind: 'object',
      key: 'raw/sales/2026-01.csv',
    });
  });

  it('of a schedule that finds its pipeline running, or gone, is logged', async () => {
    await at.tables.pipelineRuns.create(queuedPipelineRun());
    const schedule = { pipeline: 'sales', cron: 'cron(0 6 * * ? *)', timeZone: 'UTC', inputs: {} };
    await at.with().event({ schedule, execution: 'one' });
    expect(at.log.entries.at(-1)?.message).toContain('The pipeline sales is running already.');
    await at.with().event(sampleEvent('start-pipeline/schedule'));
    expect(at.log.entries.at(-1)?.message).toContain('The pipeline gone was not started');
  });

  it('of what cannot start for its files is kept, and starts it once they are mended, and no other again', async () => {
    const trigger = 'trigger: { prefix: raw/sales/ }';
    const arrived = sampleEvent('start-pipeline/object');
    const objects = { ...withMore(trigger), ...withMore(trigger, 'tales') };
    const broken = { ...objects, 'templates/pipelines/sales/20_load_sales.sql': "select :day, 'x" };
    await expect(at.with(broken).event(arrived)).rejects.toThrow('because of their files: sales');
    expect((await at.tables.pipelineRuns.of('tales')).runs).toHaveLength(1);
    expect((await at.tables.pipelineRuns.of('sales')).runs).toHaveLength(0);
    await at.with(objects).event(arrived);
    expect((await at.tables.pipelineRuns.of('tales')).runs).toHaveLength(1);
    expect((await at.tables.pipelineRuns.of('sales')).runs).toHaveLength(1);
  });

  it('of a run that has failed starts nothing', async () => {
    const failed = sampleEvent('start-pipeline/succeeded');
    failed.detail.status = 'failed';
    await at.with(withMore('after: [sales]', 'next')).event(failed);
    expect(at.started()).toEqual([]);
  });

  it('of another kind is refused', async () => {
    await expect(at.with().event({ source: 'other' })).rejects.toThrow();
  });
});
