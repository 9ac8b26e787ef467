import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { rest } from '@readout/runtime/rest.ts';
import { type AwsServer, awsServer } from '@readout/runtime/testing/aws-server.ts';
import { exampleRun, keepingLog, statementId } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { getResult } from './get-result.ts';

let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

/** What one row of a digit counts for: `[1]` and what parts it from the next. */
const ROW = 4;

/** Reads a result of these pages to its end, or to where it may be read. */
const read = async (pages: number[][], { maxRows, mostBytes = 1_000_000 }: Caps) => {
  await tables.runs.create(exampleRun({ status: 'succeeded', statementId, maxRows }));
  aws = await awsServer({
    GetStatementResult: ({ NextToken = '0' }) => ({
      ColumnMetadata: [{ name: 'n', typeName: 'int8' }],
      Records: pages[Number(NextToken)]?.map((longValue) => [{ longValue }]),
      TotalNumRows: pages.flat().length,
      ...(Number(NextToken) + 1 < pages.length && { NextToken: `${Number(NextToken) + 1}` }),
    }),
  });
  const redshift = new RedshiftDataClient(aws.client);
  const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const stillMayRead = async () => undefined;
  const handler = rest(settings, getResult({ runs: tables.runs, stillMayRead, redshift, mostBytes }));
  const answers = [];
  for (let page: string | undefined, first = true; first || page; first = false) {
    const queryStringParameters = page === undefined ? null : { page };
    const { body } = await handler({ ...sampleEvent('get-result/first-page'), queryStringParameters });
    const { rows, totalRows, next, capped } = JSON.parse(body);
    answers.push({ rows: rows.flat(), totalRows, ...(capped && { capped }) });
    page = next;
  }
  return answers;
};

interface Caps {
  maxRows?: number;
  mostBytes?: number;
}

describe.each<[string, (rows: number) => Caps, (rows: number) => object]>([
  ['rows', (rows) => ({ maxRows: rows }), (rows) => ({ rows })],
  ['bytes', (rows) => ({ mostBytes: rows * ROW }), (rows) => ({ bytes: rows * ROW })],
])('the cap of %s', (_kind, caps, capped) => {
  test('ends a page within and says so', async () => {
    expect(await read([[1, 2, 3]], caps(2))).toEqual([{ rows: [1, 2], totalRows: 3, capped: capped(2) }]);
  });

  test('counts the pages before, and leads nowhere further', async () => {
    expect(
      await read(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        caps(3),
      ),
    ).toEqual([
      { rows: [1, 2], totalRows: 6 },
      { rows: [3], totalRows: 6, capped: capped(3) },
    ]);
    expect(aws.asked).toHaveLength(2);
  });

  test('may be met exactly at the end of a page', async () => {
    expect(await read([[1, 2], [3]], caps(2))).toEqual([{ rows: [1, 2], totalRows: 3, capped: capped(2) }]);
    expect(aws.asked).toHaveLength(1);
  });

  test('is not announced when everything fits exactly', async () => {
    expect(await read([[1, 2], [3]], caps(3))).toEqual([
      { rows: [1, 2], totalRows: 3 },
      { rows: [3], totalRows: 3 },
    ]);
  });
});

test('a run that says no cap of rows has none', async () => {
  expect(await read([[1, 2], [3]], {})).toEqual([
    { rows: [1, 2], totalRows: 3 },
    { rows: [3], totalRows: 3 },
  ]);
});
