import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob } from '@readout/runtime/testing/examples.ts';
import { PIPELINE, pipelineObjects } from '@readout/runtime/testing/pipelines.ts';
import { listPipelines } from './list-pipelines.ts';

const list = (path: Record<string, string> = {}, caller = ada) =>
  listPipelines({
    folders: pipelinesIn(
      testBuckets({
        ...pipelineObjects(),
        ...pipelineObjects({ ...PIPELINE, 'pipeline.yaml': 'title: Open' }, 'open'),
        'templates/pipelines/broken/pipeline.yaml': 'title: Broken\ncolour: red',
        'templates/pipelines/broken/10_a.sql': 'select 1',
        'templates/pipelines/no-file/10_a.sql': 'select 1',
        'templates/pipelines/Strange_Name/pipeline.yaml': 'title: Strange',
      }).client,
      'templates',
    ),
    operatorGroup: 'operators',
  })({ caller, path, query: {}, body: () => ({}) });
const ids = async (caller = ada) =>
  (await list({}, caller)).body as { pipelines: { id: string; error?: object }[] };

it('lists those that the caller may see, with what is wrong with a broken one', async () => {
  const { pipelines } = await ids();
  expect(pipelines.map(({ id }) => id)).toEqual(['broken', 'open', 'sales']);
  expect(pipelines[0]?.error).toMatchObject({
    name: 'InvalidTemplate',
    message: 'pipelines/broken/pipeline.yaml, line 2: colour: is not a known key',
  });
  expect((await ids(bob)).pipelines.map(({ id }) => id)).toEqual(['broken', 'open']);
  expect((await ids({ ...bob, groups: ['operators'] })).pipelines).toHaveLength(3);
});

it('shows one with its steps and its form, and not whom it writes to', async () => {
  const { body } = await list({ pipeline: 'sales' });
  expect(body).toMatchObject({
    id: 'sales',
    parameters: [{ name: 'day', type: 'date' }],
    steps: [{ number: 10 }, { number: 20 }],
  });
  expect(JSON.stringify(body)).not.toContain('sales@example.com');
});

it.each([
  ['gone', ada, 'PipelineNotFound'],
  ['../reports', ada, 'PipelineNotFound'],
  ['no-file', ada, 'PipelineNotFound'],
  ['sales', bob, 'AccessDenied'],
  ['broken', ada, 'InvalidTemplate'],
])('refuses %s', async (pipeline, caller, name) => {
  await expect(list({ pipeline }, caller)).rejects.toMatchObject({ name });
});
