import { examplePipelineRun } from '@readout/client/testing/examples.ts';
import { pipelines, runsOf } from './pipelines.ts';

const run = examplePipelineRun;
const asked = (answers: Partial<Parameters<typeof pipelines>[0]>) =>
  pipelines(answers as Parameters<typeof pipelines>[0]);

test('a message that comes late or twice changes nothing', () => {
  const page = asked({});
  page.hear(run({ version: 3, status: 'succeeded' }));
  page.hear(run({ version: 2, status: 'running' }));
  page.hear(run({ version: 3, status: 'failed' }));
  expect(page.runs.get().get('a')?.status).toBe('succeeded');
  page.hear(run({ version: 4, status: 'failed' }));
  expect(page.runs.get().get('a')?.status).toBe('failed');
});

test('an answer that a message has overtaken is no news', async () => {
  const page = asked({
    startPipeline: async () => {
      page.hear(run({ version: 2, status: 'running' }));
      return run();
    },
  });
  await page.start('sales', {});
  expect(page.runs.get().get('a')?.status).toBe('running');
});

test('a pipeline is read with its latest runs, which are listed newest first', async () => {
  const page = asked({
    getPipeline: async (id) => ({
      id,
      title: 'Sales',
      tags: [],
      parameters: [],
      steps: [],
      overlap: 'refuse',
    }),
    listPipelineRuns: async () => ({
      runs: [
        run({ runId: 'old' }),
        run({ runId: 'new', createdAt: '2026-01-02T00:00:00.000Z' }),
        run({ runId: 'other', pipeline: 'taxi' }),
      ],
    }),
  });
  await page.load('sales');
  expect(page.get().get('sales')?.title).toBe('Sales');
  expect(runsOf(page.runs.get(), 'sales').map(({ runId }) => runId)).toEqual(['new', 'old']);
});
