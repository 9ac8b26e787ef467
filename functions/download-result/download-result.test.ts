import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { AccessDenied, Unavailable } from '@readout/runtime/errors.ts';
import type { LaunchRun } from '@readout/runtime/launch-run.ts';
import { rest } from '@readout/runtime/rest.ts';
import type { StillMayRead } from '@readout/runtime/result/still-may-read.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { startRun } from '@readout/runtime/start-run.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import {
  ada,
  bob,
  exampleRun,
  keepingLog,
  noon,
  restEvent,
  statementId,
} from '@readout/runtime/testing/examples.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { downloadResult } from './download-result.ts';

let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

interface Setting {
  run?: Partial<RunRecord>;
  pages?: number[][] | 'expired';
  launch?: LaunchRun;
  stillMayRead?: StillMayRead;
}

const setup = async ({
  run,
  pages = [[1, 2], [3]],
  launch,
  stillMayRead = async () => undefined,
}: Setting = {}) => {
  const rows = pages === 'expired' ? 1 : pages.flat().length;
  const record = await tables.runs.create(
    exampleRun({ status: 'succeeded', statementId, rows, asOf: noon.toISOString(), ...run }),
  );
  aws = await awsServer({
    GetStatementResult: ({ NextToken = '0' }) => {
      if (pages === 'expired') throw new Refusal('ResourceNotFoundException', 'Query does not exist.');
      return {
        ColumnMetadata: [{ name: 'n', typeName: 'int8' }],
        Records: pages[Number(NextToken)]?.map((longValue) => [{ longValue }]),
        TotalNumRows: rows,
        ...(Number(NextToken) + 1 < pages.length && { NextToken: `${Number(NextToken) + 1}` }),
      };
    },
  });
  const buckets = testBuckets();
  const launched: RunRecord[] = [];
  const clock = { now: noon };
  const log = keepingLog();
  const start = startRun({
    runs: tables.runs,
    launch: launch ?? (async (started) => void launched.push(started)),
    log,
    newId: () => 'not asked for',
    newPageKey: () => 'key',
    now: () => clock.now,
  });
  const handler = rest(
    { log, pageOrigin: 'https://page', clientId: 'UserPoolClient' },
    downloadResult({
      runs: tables.runs,
      start,
      stillMayRead,
      redshift: new RedshiftDataClient(aws.client),
      objects: buckets.client,
      bucket: 'downloads',
      linkTo: async ({ key, name }) => `https://s3/${key}?as=${name}`,
      most: { rows: 3, bytes: 1000 },
      now: () => clock.now,
    }),
  );
  const ask = async (body: object, caller = ada) => {
    const pathParameters = { runId: record.runId };
    const answer = await handler(restEvent({ pathParameters, body: JSON.stringify(body) }, caller));
    return { statusCode: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
  };
  return { record, ask, launched, clock, ...buckets };
};

const csv = { format: 'csv' };
const four = [
  [1, 2],
  [3, 4],
];

test('writes a small result of several pages under its owner and links to it', async () => {
  const { ask, objects, record } = await setup();
  const key = `written/${ada.id}/${record.runId}/safe.csv`;
  expect(await ask(csv)).toMatchObject({
    statusCode: 200,
    body: {
      format: 'csv',
      rows: 3,
      ordered: true,
      asOf: noon.toISOString(),
      files: [{ name: 'daily-2015-12.csv', url: `https://s3/${key}?as=daily-2015-12.csv`, bytes: 15 }],
      expiresAt: '2015-12-01T12:15:00.000Z',
    },
  });
  expect(objects.get(`downloads/${key}`)).toBe('\uFEFFn\r\n1\r\n2\r\n3\r\n');
});

test('raw values have no byte order mark', async () => {
  const { ask, objects } = await setup();
  expect((await ask({ format: 'csv', raw: true })).body).toMatchObject({ raw: true });
  expect([...objects.values()]).toEqual(['n\r\n1\r\n2\r\n3\r\n']);
});

test('a cap of rows is kept, and said in the answer and the name', async () => {
  const { ask, objects } = await setup({ run: { maxRows: 2 }, pages: four });
  expect((await ask(csv)).body).toMatchObject({
    rows: 2,
    capped: { rows: 2 },
    files: [{ name: 'daily-2015-12-first-2-rows.csv' }],
  });
  expect([...objects.values()]).toEqual(['\uFEFFn\r\n1\r\n2\r\n']);
});

describe('a large result', () => {
  test('is prepared by one run, whoever asks how often', async () => {
    const { ask, launched, record } = await setup({ pages: four });
    const answers = await Promise.all([ask(csv), ask(csv), ask(csv)]);
    const [first] = answers;
    expect(launched).toHaveLength(1);
    expect(first).toMatchObject({
      statusCode: 202,
      headers: { location: `../${launched[0]?.runId}` },
      body: { status: 'queued', download: { of: record.runId, format: 'csv' } },
    });
    for (const { body } of answers) expect(body.runId).toBe(launched[0]?.runId);
    expect(launched[0]).toMatchObject({ caller: ada, owner: ada.id, inputs: record.inputs });
    await ask({ format: 'parquet' });
    expect(launched.map(({ download }) => download?.format)).toEqual(['csv', 'parquet']);
  });

  test('large in bytes is prepared as well', async () => {
    const { ask } = await setup({ pages: [[1, 2], Array(300).fill(1)], run: { rows: 3 } });
    expect(await ask(csv)).toMatchObject({ statusCode: 202 });
  });

  /** Ends the run that prepares, with what Redshift writes then. */
  const end = async (
    { objects }: Pick<Awaited<ReturnType<typeof setup>>, 'objects'>,
    run: RunRecord,
    rows: number,
  ) => {
    const folder = `prepared/${run.owner}/${run.runId}/`;
    const entries = [{ url: `s3://downloads/${folder}000.csv`, meta: { content_length: 99 } }];
    objects.set(`downloads/${folder}manifest`, JSON.stringify({ entries, meta: { record_count: rows } }));
    await tables.runs.transition(run, { status: 'running', at: noon });
    await tables.runs.transition(run, { status: 'succeeded', at: noon, rows: 0 });
    return folder;
  };

  test('is linked to when Redshift has written it', async () => {
    const set = await setup({ pages: four });
    await set.ask(csv);
    const [run] = set.launched as [RunRecord];
    const folder = await end(set, run, 4);
    expect(await set.ask(csv)).toMatchObject({
      statusCode: 200,
      body: {
        rows: 4,
        ordered: false,
        files: [{ name: 'daily-2015-12.csv', bytes: 99, url: expect.stringContaining(`${folder}000.csv`) }],
      },
    });
    expect(set.launched).toHaveLength(1);
  });

  test('that is capped says so', async () => {
    const set = await setup({ pages: [[1, 2, 3, 4, 5]], run: { maxRows: 4 } });
    await set.ask(csv);
    await end(set, (set.launched as [RunRecord])[0], 4);
    expect((await set.ask(csv)).body).toMatchObject({
      capped: { rows: 4 },
      files: [{ name: 'daily-2015-12-first-4-rows.csv' }],
    });
  });

  test('is prepared anew after a failure, and when the file may be gone', async () => {
    const set = await setup({ pages: four });
    await set.ask(csv);
    const [first] = set.launched as [RunRecord];
    await tables.runs.transition(first, { status: 'failed', at: noon });
    await set.ask(csv);
    const second = set.launched[1] as RunRecord;
    expect(second.runId).not.toBe(first.runId);
    await end(set, second, 4);
    expect((await set.ask(csv)).statusCode).toBe(200);
    set.clock.now = new Date(noon.getTime() + 24 * 3600_000);
    expect((await set.ask(csv)).statusCode).toBe(202);
    expect(set.launched).toHaveLength(3);
  });

  test('that cannot be begun is refused', async () => {
    const launch = async () => {
      throw new Unavailable('no');
    };
    const { ask } = await setup({ pages: four, launch });
    expect(await ask(csv)).toMatchObject({ statusCode: 503, body: { error: { name: 'Unavailable' } } });
  });

  test('is no Excel file, and says what to use', async () => {
    const { ask, launched } = await setup({ pages: four });
    expect(await ask({ format: 'xlsx' })).toMatchObject({
      statusCode: 422,
      body: { error: { name: 'FileTooLarge', message: expect.stringMatching(/3 rows.*CSV or Parquet/) } },
    });
    expect(launched).toEqual([]);
  });
});

describe('is refused', () => {
  test('to another person, as a run that does not exist', async () => {
    const { ask, asked } = await setup();
    expect(await ask(csv, bob)).toMatchObject({ statusCode: 404, body: { error: { name: 'RunNotFound' } } });
    expect([...aws.asked, ...asked]).toEqual([]);
  });

  test('to whoever may not read the rows any more', async () => {
    const stillMayRead = async () => {
      throw new AccessDenied('gone');
    };
    const { ask, asked } = await setup({ stillMayRead });
    expect(await ask(csv)).toMatchObject({ statusCode: 403 });
    expect([...aws.asked, ...asked]).toEqual([]);
  });

  test.each([
    [{ status: 'running' as const }],
    [{ status: 'failed' as const }],
    [{ download: { of: '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab4', format: 'csv' as const } }],
  ])('for a run without rows: %j', async (run) => {
    const { ask } = await setup({ run });
    expect(await ask(csv)).toMatchObject({ statusCode: 409, body: { error: { name: 'ResultNotReady' } } });
  });

  test.each([
    [{ format: 'pdf' }, 'format'],
    [{}, 'format'],
    [{ format: 'csv', raw: 'yes' }, 'raw'],
    [{ format: 'csv', sql: 'select 1' }, 'sql'],
  ])('for a body that is not as described: %j', async (body, field) => {
    const { ask } = await setup();
    expect(await ask(body)).toMatchObject({
      statusCode: 400,
      body: { error: { name: 'InvalidMessage', message: expect.stringContaining(field) } },
    });
  });

  test('for rows that Redshift keeps no more', async () => {
    const { ask } = await setup({ pages: 'expired' });
    expect(await ask(csv)).toMatchObject({ statusCode: 410, body: { error: { name: 'ResultExpired' } } });
  });
});
