import { GetStatementResultCommand, paginateGetStatementResult } from '@aws-sdk/client-redshift-data';
import { signed, startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
});
afterAll(() => data.close());

const result = async (sql: string, NextToken?: string) => {
  const { Id, Error: failure } = await data.run(sql);
  expect(failure).toBeUndefined();
  return data.client.send(new GetStatementResultCommand({ Id, NextToken }));
};

describe('types', () => {
  it.each([
    ['1::smallint', { longValue: 1 }, { typeName: 'int2', precision: 5, isSigned: true }],
    ['1', { longValue: 1 }, { typeName: 'int4', precision: 10 }],
    ['7::bigint', { longValue: 7 }, { typeName: 'int8', precision: 19 }],
    [
      '12345678901234567890.12::decimal(38,2)',
      { stringValue: '12345678901234567890.12' },
      { typeName: 'numeric', precision: 38, scale: 2 },
    ],
    [
      '123.4567::real',
      { doubleValue: Math.fround(123.4567) },
      { typeName: 'float4', precision: 8, scale: 8 },
    ],
    ['0.1::float', { doubleValue: 0.1 }, { typeName: 'float8', precision: 17, scale: 17 }],
    ['true', { booleanValue: true }, { typeName: 'bool', precision: 1, isSigned: false }],
    [`'it''s "é"'`, { stringValue: 'it\'s "é"' }, { typeName: 'varchar', isCaseSensitive: true }],
    ["date '2024-06-12'", { stringValue: '2024-06-12' }, { typeName: 'date', precision: 13 }],
    [
      "timestamp '2022-10-27 14:01:10'",
      { stringValue: '2022-10-27 14:01:10' },
      { typeName: 'timestamp', precision: 29, scale: 6 },
    ],
    [
      "timestamp '2024-06-12 14:30:45.123450'",
      { stringValue: '2024-06-12 14:30:45.12345' },
      { typeName: 'timestamp' },
    ],
    [
      "'2024-06-12 14:30:45.123456-05'::timestamptz",
      { stringValue: '2024-06-12 19:30:45.123456+00' },
      { typeName: 'timestamptz', precision: 35 },
    ],
    ["time '14:30:45'", { stringValue: '14:30:45' }, { typeName: 'time', precision: 15 }],
    ["'abc'::varbyte", { stringValue: 'YWJj' }, { typeName: 'varbyte' }],
    [`'{"a":[1]}'::super`, { stringValue: '{"a":[1]}' }, { typeName: 'super' }],
    ['null::integer', { isNull: true }, { typeName: 'int4' }],
    ['sum(1)', { longValue: 1 }, { typeName: 'int8' }],
    ['sum(1::bigint)', { stringValue: '1' }, { typeName: 'numeric', precision: 38, scale: 0 }],
  ])('%s', async (expression, field, column) => {
    const { Records, ColumnMetadata } = await result(`select ${expression} as "X"`);
    expect(Records).toEqual([[field]]);
    expect(ColumnMetadata?.[0]).toMatchObject({
      name: 'x',
      label: 'x',
      length: 0,
      nullable: 1,
      tableName: '',
      ...column,
    });
  });

  it('keep every digit of a 64-bit integer on the wire', async () => {
    const { Id } = await data.run('select 9223372036854775807 as a');
    const response = await fetch(data.server.endpoint, {
      method: 'POST',
      headers: signed('GetStatementResult'),
      body: JSON.stringify({ Id }),
    });
    expect(await response.text()).toContain('[[{"longValue":9223372036854775807}]]');
  });
});

describe('pages', () => {
  const many = "select x, 'row number ' || x as text from generate_series(1, 60000) as t(x) order by x";

  it('hold all rows once, in order, with columns and total on each', async () => {
    const { Id } = await data.run(many);
    const rows: number[] = [];
    let pages = 0;
    for await (const page of paginateGetStatementResult({ client: data.client }, { Id })) {
      pages += 1;
      expect(page).toMatchObject({ TotalNumRows: 60000, ColumnMetadata: [{ name: 'x' }, { name: 'text' }] });
      rows.push(...(page.Records ?? []).map(([x]) => x?.longValue as number));
    }
    expect(rows).toEqual(Array.from({ length: 60000 }, (_, index) => index + 1));
    expect(pages).toBeGreaterThan(2);
  });

  it('are read again by the same token; a token of another statement or a made-up one is refused', async () => {
    const { Id } = await data.run(many);
    const other = await data.run(many);
    const read = (id: string | undefined, NextToken?: string) =>
      data.client.send(new GetStatementResultCommand({ Id: id, NextToken }));
    const { NextToken } = await read(Id);
    expect((await read(Id, NextToken)).Records).toEqual((await read(Id, NextToken)).Records);
    await expect(read(other.Id, NextToken)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(read(Id, 'made-up')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are one and empty for no rows', async () => {
    const empty = await result('select 1 as a where 1 = 0');
    expect(empty).toMatchObject({ Records: [], TotalNumRows: 0, ColumnMetadata: [{ name: 'a' }] });
    expect(empty).not.toHaveProperty('NextToken');
  });
});

it.each([['create table nothing (a integer)'], ['select * from nowhere']])(
  '%s has no result',
  async (sql) => {
    const { Id } = await data.run(sql);
    await expect(data.client.send(new GetStatementResultCommand({ Id }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Query does not have result. Please check query status with DescribeStatement.',
    });
  },
);
