import { randomUUID } from 'node:crypto';
import * as sdk from '@aws-sdk/client-redshift-data';
import { contractSubject, type Subject } from './subject.ts';

let subject: Subject;
beforeAll(async () => {
  subject = await contractSubject();
});
afterAll(() => subject.close());
jest.setTimeout(120_000);

const execute = (Sql: string, more: Partial<sdk.ExecuteStatementCommandInput> = {}) =>
  subject.client.send(new sdk.ExecuteStatementCommand({ Sql, ...subject.target, ...more }));
const ended = async (Id: string | undefined) => {
  for (;;) {
    const described = await subject.client.send(
      new sdk.DescribeStatementCommand({ Id, WaitTimeSeconds: 10 }),
    );
    if (/FINISHED|FAILED|ABORTED/.test(described.Status ?? '')) return described;
  }
};
/** Rows without end on any engine: a product of a table with itself, many times over. */
const endless = `with n as (select 1 as a union all select 2 union all select 3 union all select 4)
  select count(*) from ${Array.from('abcdefghijklmnopqrst', (name) => `n ${name}`).join(', ')}`;

it('runs once for one ClientToken', async () => {
  const ClientToken = randomUUID();
  const [first, again] = [
    await execute('select 1', { ClientToken }),
    await execute('select 1', { ClientToken }),
  ];
  expect(again.Id).toBe(first.Id);
});

it('is cancelled while it runs, and not after', async () => {
  const { Id } = await execute(endless);
  const cancel = () => subject.client.send(new sdk.CancelStatementCommand({ Id }));
  expect(await cancel()).toMatchObject({ Status: true });
  expect(await ended(Id)).toMatchObject({ Status: 'ABORTED', HasResultSet: false });
  await expect(cancel()).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Could not cancel a query that is already in ABORTED state with ID: ${Id}`,
  });
});

it('is listed by the beginning of its name', async () => {
  const name = `contract-${randomUUID()}`;
  const { Id } = await execute('select 1', { StatementName: `${name}-1` });
  await ended(Id);
  const { Statements } = await subject.client.send(new sdk.ListStatementsCommand({ StatementName: name }));
  expect(Statements).toMatchObject([
    { Id, StatementName: `${name}-1`, Status: 'FINISHED', QueryString: 'select 1' },
  ]);
});

it('gives CSV where CSV was asked for', async () => {
  const { Id } = await execute("select 1 as a, 'x' as b", { ResultFormat: 'CSV' });
  await ended(Id);
  expect(await subject.client.send(new sdk.GetStatementResultV2Command({ Id }))).toMatchObject({
    Records: [{ CSVRecords: 'a,b\r\n1,x\r\n' }],
    TotalNumRows: 1,
    ResultFormat: 'csv',
  });
  await expect(subject.client.send(new sdk.GetStatementResultCommand({ Id }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

it('gives every row once, page after page', async () => {
  const digits =
    '(select 0 as a union all select 1 union all select 2 union all select 3 union all select 4)';
  const sql = `select a.a + 5 * b.a + 25 * c.a + 125 * d.a + 625 * e.a + 3125 * f.a as n, repeat('x', 100) as filler
    from ${Array.from('abcdef', (name) => `${digits} as ${name}`).join(', ')} order by 1`;
  const { Id } = await execute(sql);
  expect((await ended(Id)).Error).toBeUndefined();
  const seen: (number | undefined)[] = [];
  let pages = 0;
  for await (const page of sdk.paginateGetStatementResult({ client: subject.client }, { Id })) {
    pages += 1;
    expect(page.TotalNumRows).toBe(15625);
    expect(page.ColumnMetadata).toHaveLength(2);
    seen.push(...(page.Records ?? []).map(([n]) => n?.longValue));
  }
  expect(seen).toEqual(Array.from({ length: 15625 }, (_, n) => n));
  expect(pages).toBeGreaterThan(1);
});

it('keeps a session with its temporary tables', async () => {
  const created = await execute('create temp table contract_t (a integer)', { SessionKeepAliveSeconds: 30 });
  await ended(created.Id);
  const { SessionId } = created;
  const inSession = async (Sql: string) => {
    const { Id } = await subject.client.send(new sdk.ExecuteStatementCommand({ Sql, SessionId }));
    return ended(Id);
  };
  expect(await inSession('insert into contract_t values (1)')).toMatchObject({
    Status: 'FINISHED',
    SessionId,
  });
  expect(await inSession('select a from contract_t')).toMatchObject({ Status: 'FINISHED', ResultRows: 1 });
});
