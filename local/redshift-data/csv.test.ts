import { GetStatementResultCommand, GetStatementResultV2Command } from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
});
afterAll(() => data.close());

const csv = { ResultFormat: 'CSV' as const };
const read = (Id: string | undefined, NextToken?: string) =>
  data.client.send(new GetStatementResultV2Command({ Id, NextToken }));

it('gives rows as CSV below the names of the columns', async () => {
  const done = await data.run(
    `select 1 as a, 'x "y", z' as b, null as c, '' as d, true as e, 1.50 as f, timestamp '2020-01-02 03:04:05' as g`,
    csv,
  );
  expect(done.ResultFormat).toBe('csv');
  expect(await read(done.Id)).toMatchObject({
    Records: [{ CSVRecords: 'a,b,c,d,e,f,g\r\n1,"x ""y"", z",,"",true,1.50,2020-01-02 03:04:05\r\n' }],
    TotalNumRows: 1,
    ResultFormat: 'csv',
    ColumnMetadata: [{ name: 'a', typeName: 'int4' }, {}, {}, {}, {}, {}, { typeName: 'timestamp' }],
  });
});

it('goes on page by page, the names on the first alone', async () => {
  const { Id } = await data.run(
    `select x, 'row number ' || x as text from generate_series(1, 100000) as t(x) order by x`,
    csv,
  );
  const lines: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await read(Id, NextToken);
    expect(page.TotalNumRows).toBe(100000);
    expect(Buffer.byteLength(page.Records?.[0]?.CSVRecords ?? '')).toBeLessThan(1_048_576);
    lines.push(...(page.Records?.[0]?.CSVRecords ?? '').split('\r\n').slice(0, -1));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(lines).toHaveLength(100001);
  expect(lines.slice(0, 2)).toEqual(['x,text', '1,row number 1']);
  expect(lines.at(-1)).toBe('100000,row number 100000');
});

it('has only the names where there are no rows', async () => {
  const { Id } = await data.run('select 1 as a where 1 = 0', csv);
  expect(await read(Id)).toMatchObject({ Records: [{ CSVRecords: 'a\r\n' }], TotalNumRows: 0 });
});

it('is read by the operation of its format only', async () => {
  const asCsv = await data.run('select 1', csv);
  const asJson = await data.run('select 1');
  const json = data.client.send(new GetStatementResultCommand({ Id: asCsv.Id }));
  await expect(json).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('GetStatementResultV2'),
  });
  await expect(read(asJson.Id)).rejects.toMatchObject({ name: 'ValidationException' });
});
