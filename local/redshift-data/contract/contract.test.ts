import * as sdk from '@aws-sdk/client-redshift-data';
import { cases, type RefusalCase } from './cases.ts';
import { contractSubject, type Subject } from './subject.ts';

let subject: Subject;
beforeAll(async () => {
  subject = await contractSubject();
});
afterAll(() => subject.close());
jest.setTimeout(120_000);

const ended = async (Id: string | undefined) => {
  for (;;) {
    const described = await subject.client.send(
      new sdk.DescribeStatementCommand({ Id, WaitTimeSeconds: 10 }),
    );
    if (/FINISHED|FAILED|ABORTED/.test(described.Status ?? '')) return described;
  }
};
const execute = async (Sql: string, more: Partial<sdk.ExecuteStatementCommandInput> = {}) => {
  const submitted = await subject.client.send(
    new sdk.ExecuteStatementCommand({ Sql, ...subject.target, ...more }),
  );
  return { submitted, described: await ended(submitted.Id) };
};
const result = (Id: string | undefined) => subject.client.send(new sdk.GetStatementResultCommand({ Id }));

describe('a statement', () => {
  it.each(cases.statements.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { submitted, described } = await execute(one.sql, { Parameters: one.parameters });
    expect(submitted).toMatchObject({ Database: subject.target.Database, Id: expect.any(String) });
    expect(described).toMatchObject({ Id: submitted.Id, Database: subject.target.Database, ...one.describe });
    if (one.resultError) await expect(result(submitted.Id)).rejects.toMatchObject(one.resultError);
    if (!one.rows) return;
    const page = await result(submitted.Id);
    expect(page).toMatchObject({ Records: one.rows, TotalNumRows: one.rows.length });
    expect(page.ColumnMetadata).toMatchObject(one.columns ?? []);
    expect(page).not.toHaveProperty('NextToken');
  });
});

describe('a batch', () => {
  it.each(cases.batches.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { Id } = await subject.client.send(
      new sdk.BatchExecuteStatementCommand({ Sqls: one.sqls, Parameters: one.parameters, ...subject.target }),
    );
    const described = await ended(Id);
    expect(described).toMatchObject({ Id, ...one.describe });
    expect(described.SubStatements).toMatchObject(
      one.subs.map((sub, index) => ({ Id: `${Id}:${index + 1}`, QueryString: one.sqls[index], ...sub })),
    );
    await expect(result(Id)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'BatchExecuteStatement result can only be retrieved with sub-statement id.',
    });
    if (one.result) expect((await result(`${Id}:${one.result.part}`)).Records).toEqual(one.result.rows);
  });
});

const inputOf = ({ input, onTarget, repeat }: RefusalCase) => ({
  ...input,
  ...(onTarget && subject.target),
  ...(repeat && { [repeat.member]: Array(repeat.times).fill(repeat.value) }),
});

describe('what is refused', () => {
  it.each(cases.refusals.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const commands = sdk as unknown as Record<string, new (input: object) => sdk.ExecuteStatementCommand>;
    const Command = commands[`${one.operation}Command`];
    if (!Command) throw new Error(`the SDK has no ${one.operation}`);
    await expect(subject.client.send(new Command(inputOf(one)))).rejects.toMatchObject(one.error);
  });
});
