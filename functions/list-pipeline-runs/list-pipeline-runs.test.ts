import { ada, bob } from '@readout/runtime/testing/examples.ts';
import { pipelineRunId, queuedPipelineRun } from '@readout/runtime/testing/pipelines.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { listPipelineRuns } from './list-pipeline-runs.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
  await tables.pipelineRuns.create(queuedPipelineRun());
});
afterEach(() => tables.close());

const list = (path: Record<string, string>, caller = ada, query = {}) =>
  listPipelineRuns({ runs: tables.pipelineRuns, operatorGroup: 'operators' })({
    caller,
    path,
    query,
    body: () => ({}),
  });
const shown = expect.objectContaining({ runId: pipelineRunId, pipeline: 'sales', version: 1 });

it('shows the runs of a pipeline to whom it is for, and to operators', async () => {
  expect((await list({ pipeline: 'sales' })).body).toEqual({ runs: [shown] });
  expect((await list({ pipeline: 'sales' }, { ...bob, groups: ['operators'] })).body).toEqual({
    runs: [shown],
  });
  expect((await list({ pipeline: 'sales' }, bob)).body).toEqual({ runs: [] });
  expect((await list({ pipeline: 'gone' })).body).toEqual({ runs: [] });
});

it('shows one run, and of others nothing, not even that it is there', async () => {
  expect((await list({ runId: pipelineRunId })).body).toEqual(shown);
  await expect(list({ runId: pipelineRunId }, bob)).rejects.toMatchObject({ name: 'RunNotFound' });
  await expect(list({ runId: 'lock#sales' })).rejects.toMatchObject({ name: 'RunNotFound' });
});

it('refuses what is no pipeline and what is no page', async () => {
  await expect(list({ pipeline: 'x'.repeat(3000) })).rejects.toMatchObject({ name: 'PipelineNotFound' });
  await expect(list({ pipeline: 'sales' }, ada, { page: 'x' })).rejects.toMatchObject({
    name: 'InvalidPage',
  });
});
