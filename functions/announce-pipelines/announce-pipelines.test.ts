import type { Connection } from '@readout/runtime/connections.ts';
import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { SavedFiles } from '@readout/runtime/saved-files.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { PIPELINE, pipelineObjects } from '@readout/runtime/testing/pipelines.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { announcePipelines } from './announce-pipelines.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const saved = (key: string, id = 'one') => {
  const sample = sampleEvent('announce-pipelines/saved');
  return { ...sample, id, detail: { ...sample.detail, object: { key: `pipelines/${key}` } } };
};

/** What people of these groups hear; `meanwhile` happens while the first who came gathers. */
const setup = (objects: Record<string, string>, meanwhile = async (): Promise<void> => undefined) => {
  const told: Record<string, ServerMessage | undefined>[] = [];
  const log = keepingLog();
  const hear = announcePipelines({
    saved: new SavedFiles(tables.db, 'savedfiles', 'pipelines'),
    folders: pipelinesIn(testBuckets(objects).client, 'templates'),
    operatorGroup: 'operators',
    broadcast: async (messageFor) => {
      const heard = ['analysts', 'operators', 'others'].map((group) => [
        group,
        messageFor({ groups: [group] } as Connection, 60),
      ]);
      told.push(Object.fromEntries(heard));
    },
    log,
    now: () => noon,
    wait: meanwhile,
  });
  return { hear, told, log: log.entries };
};
const message = (...pipelines: string[]) => ({ type: 'pipelines', pipelines, within: 120 });

test('tells those who may see a pipeline that one of its files was saved', async () => {
  const { hear, told } = setup(pipelineObjects());
  await hear(saved('sales/20_load_sales.sql'));
  expect(told).toEqual([{ analysts: message('sales'), operators: message('sales'), others: undefined }]);
});

test('tells a folder that is saved at once in one message, and another one’s with it', async () => {
  const objects = { ...pipelineObjects(), ...pipelineObjects(PIPELINE, 'tales') };
  const { hear, told } = setup(objects, async () => {
    await hear(saved('sales/pipeline.yaml', 'two'));
    await hear(saved('tales/pipeline.yaml', 'three'));
  });
  await hear(saved('sales/20_load_sales.sql'));
  expect(told.map(({ analysts }) => analysts)).toEqual([message('sales', 'tales')]);
});

test('tells a pipeline that is gone, or broken, to all, and logs what is wrong', async () => {
  const { hear, told, log } = setup({ 'templates/pipelines/broken/pipeline.yaml': 'title: [' });
  await hear(sampleEvent('announce-pipelines/deleted'));
  await hear(saved('broken/pipeline.yaml'));
  expect(told.map(({ others }) => others)).toEqual([message('sales'), message('broken')]);
  expect(log).toEqual([
    expect.objectContaining({ message: expect.stringContaining('broken/pipeline.yaml') }),
  ]);
});

test('says in the log that a file belongs to no pipeline', async () => {
  const { hear, told, log } = setup({});
  await hear(saved('notes.md'));
  expect([told, log.length]).toEqual([[], 1]);
});
