import type { PipelineRun, Report, Run } from '@readout/runtime/contracts.ts';

export const exampleReport: Report = {
  id: 'taxi/daily',
  title: 'Yellow taxi, day by day',
  tags: ['taxi'],
  parameters: [
    {
      name: 'month',
      label: 'Trip month',
      type: 'month',
      required: true,
      multiple: false,
      default: '2015-12',
    },
    { name: 'vendor', label: 'Vendor', type: 'choice', required: false, multiple: true },
  ],
};

/** A run at a moment of its life: `second` orders its changes. */
export function exampleRun(change: Partial<Run> = {}, second = 0): Run {
  const runId = change.runId ?? '11111111-1111-4111-8111-111111111111';
  return {
    runId,
    report: 'taxi/daily',
    title: 'Yellow taxi, day by day',
    topic: 'left',
    requestId: 'request-1',
    status: 'queued',
    inputs: { month: '2015-12' },
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
    cursor: String(second).padStart(15, '0'),
    ...change,
  };
}

/** A run of a pipeline that has just been asked for. */
export const examplePipelineRun = (change: Partial<PipelineRun> = {}): PipelineRun => ({
  runId: 'a',
  pipeline: 'sales',
  title: 'Sales',
  status: 'queued',
  version: 1,
  startedBy: { kind: 'person', email: 'ada@example.com' },
  inputs: {},
  scripts: [],
  writes: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-01-01T00:00:00.000Z',
  ...change,
});
