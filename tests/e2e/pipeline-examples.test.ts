import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { PipelineRun, PipelineRunMessage } from '@readout/runtime/contracts.ts';
import { someone } from '../security/people.ts';
import type { Connection } from '../support/connection.ts';
import { analyst, type Person } from '../support/person.ts';
import { aws } from '../support/stack.ts';
import { ask } from '../support/warehouse.ts';

jest.setTimeout(120_000);

let person: Person;
let connection: Connection;
beforeAll(async () => {
  person = await analyst();
  connection = await person.connect();
});
afterAll(() => connection.close());

const start = async (pipeline: string, inputs: object): Promise<PipelineRun> => {
  const { status, headers, body } = await person.rest('POST', `/pipelines/${pipeline}/runs`, { inputs });
  expect([status, body.error]).toEqual([202, undefined]);
  expect(headers.get('location')).toBe(`../../pipeline-runs/${body.runId}`);
  return body;
};

/** Runs a pipeline to its end, as everybody hears of it. */
const run = async (pipeline: string, inputs: object): Promise<PipelineRun> => {
  const { runId } = await start(pipeline, inputs);
  for (;;) {
    await Promise.race(
      ['succeeded', 'failed', 'cancelled'].map((status) =>
        connection.message({ type: 'pipeline-run', runId, status }),
      ),
    );
    return (await person.rest('GET', `/pipeline-runs/${runId}`)).body;
  }
};

const messagesOf = (runId: string): PipelineRunMessage[] =>
  connection.received.filter((message) => message.type === 'pipeline-run' && message.runId === runId);

const filesUnder = async (prefix: string): Promise<(string | undefined)[]> => {
  const s3 = new S3Client({ ...aws, forcePathStyle: true });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const Bucket = Buckets.find(({ Name }) => Name?.includes('databucket'))?.Name;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }));
  return Contents.map(({ Key }) => Key);
};

describe('the sales example', () => {
  const tables = ['item', 'customer', 'customer_address', 'date_dim', 'store_sales'];
  const contents = (): Promise<string[][][]> =>
    Promise.all(tables.map((table) => ask(`select * from ${table} order by 1, 2, 3, 4`)));

  it('loads dimensions side by side, then sales, and runs twice with the same result', async () => {
    const inputs = { load_date: '2026-04-01' };
    const first = await run('sales', inputs);
    expect(first.scripts.map(({ script, status, error }) => [script, status, error])).toEqual(
      [
        '05_create_tables',
        '10_load_customer',
        '10_load_customer_address',
        '10_load_date_dim',
        '10_load_item',
        '20_load_store_sales',
        '90_validate',
      ].map((script) => [script, 'succeeded', undefined]),
    );
    expect(first).toMatchObject({
      status: 'succeeded',
      startedBy: { kind: 'person', email: person.email },
      inputs,
    });
    const loaded = await contents();
    expect(loaded.map((rows) => rows.length)).toEqual([15, 40, 40, 90, 300]);
    expect((await run('sales', inputs)).status).toBe('succeeded');
    expect(await contents()).toEqual(loaded);
  });

  it('keeps the history of an address that has changed', async () => {
    await ask(
      "update customer_address set city = 'Nowhere' where customer_id = 'CUST0001' and valid_to is null",
    );
    await run('sales', { load_date: '2026-04-02' });
    expect(
      await ask(
        "select city = 'Nowhere', valid_to from customer_address where customer_id = 'CUST0001' order by valid_from",
      ),
    ).toEqual([
      ['true', '2026-04-02'],
      ['false', 'true'],
    ]);
  });

  it('is told live: each step after the one before, scripts of one number side by side', async () => {
    const { runId } = await run('sales', { load_date: '2026-04-03' });
    const messages = messagesOf(runId);
    const versions = messages.map(({ version }) => version);
    expect(new Set(versions).size).toBeGreaterThan(14);
    const statusAt = (message: PipelineRunMessage, number: number): string[] =>
      message.scripts.filter((one) => one.number === number).map(({ status }) => status);
    for (const message of messages) {
      if (statusAt(message, 20).some((status) => status !== 'waiting'))
        expect(statusAt(message, 10)).toEqual(Array(4).fill('succeeded'));
    }
    expect(
      messages.some((message) => statusAt(message, 10).filter((one) => one === 'running').length > 1),
    ).toBe(true);
  });
});

describe('the taxi example', () => {
  const volume = () => ask('select * from taxi_monthly_volume order by 1, 2');

  it('copies, transforms and unloads months as Parquet, twice with the same result', async () => {
    const first = await run('taxi', { year: 2015 });
    expect(first).toMatchObject({ status: 'succeeded' });
    const [months, files] = [await volume(), await filesUnder('exports/taxi_monthly_volume/')];
    expect(new Set(months.map(([month]) => month)).size).toBe(6);
    expect(new Set(files.map((file) => file?.split('/')[2]))).toEqual(
      new Set(
        ['2015-01', '2015-02', '2015-03', '2015-04', '2015-05', '2015-06'].map((one) => `month=${one}`),
      ),
    );
    expect(await run('taxi', { year: 2015 })).toMatchObject({ status: 'succeeded' });
    expect([await volume(), await filesUnder('exports/taxi_monthly_volume/')]).toEqual([months, files]);
  });

  it('is listed with its steps and its runs, the newest first', async () => {
    const { body: pipeline } = await person.rest('GET', '/pipelines/taxi');
    expect(pipeline).toMatchObject({
      id: 'taxi',
      title: 'Taxi trips by month',
      steps: [
        { number: 10, scripts: ['10_copy_raw'] },
        { number: 20, scripts: ['20_monthly_volume'] },
        { number: 30, scripts: ['30_unload_months'] },
      ],
    });
    expect(pipeline).not.toHaveProperty('notices');
    const { runId } = await run('taxi', { year: 2014 });
    const { body } = await person.rest('GET', '/pipelines/taxi/runs');
    expect(body.runs[0]).toMatchObject({ runId, status: 'succeeded', inputs: { year: 2014 } });
  });

  it('says since when its tables are as they are', async () => {
    const { endedAt } = await run('taxi', { year: 2015 });
    const { Item } = await new DynamoDBClient(aws).send(
      new GetItemCommand({
        TableName: 'readout-CatalogueTable',
        Key: { kind: { S: 'dataset' }, name: { S: 'public.taxi_monthly_volume' } },
      }),
    );
    expect(Item?.loadedAt?.S).toBe(endedAt);
  });
});

describe('who may', () => {
  it('sees and starts what is for them only; operators see all', async () => {
    const guest = await someone();
    expect(
      (await guest.rest('GET', '/pipelines')).body.pipelines.map(({ id }: { id: string }) => id),
    ).toEqual(['taxi']);
    expect((await guest.rest('GET', '/pipelines/sales')).body.error.name).toBe('AccessDenied');
    expect((await guest.rest('POST', '/pipelines/sales/runs', {})).body.error.name).toBe('AccessDenied');
    expect((await guest.rest('POST', '/pipelines/gone/runs', {})).body.error.name).toBe('PipelineNotFound');
    const { body } = await person.rest('GET', '/pipelines/sales/runs');
    const { runId } = body.runs[0];
    expect((await guest.rest('GET', `/pipeline-runs/${runId}`)).body.error.name).toBe('RunNotFound');
    expect((await guest.rest('DELETE', `/pipeline-runs/${runId}`)).body.error.name).toBe('RunNotFound');
    expect((await guest.rest('GET', '/pipelines/sales/runs')).body.runs).toEqual([]);
    expect(
      (await person.rest('POST', '/pipelines/taxi/runs', { inputs: { year: 1 } })).body.error,
    ).toMatchObject({
      name: 'InvalidInput',
      field: 'year',
    });
  });
});
