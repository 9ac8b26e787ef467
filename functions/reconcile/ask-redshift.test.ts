import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { noon, runId, statementId } from '@readout/runtime/testing/examples.ts';
import { askRedshift, type Warehouse } from './ask-redshift.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const warehouse = async (answers: Parameters<typeof awsServer>[0]): Promise<Warehouse> => {
  aws = await awsServer(answers);
  return askRedshift(new RedshiftDataClient(aws.client), 'readout');
};
const refused = (name: string) => () => {
  throw new Refusal(name);
};
const CreatedAt = noon.getTime() / 1000;

test('a statement is found by its name, whatever has become of it', async () => {
  const { find } = await warehouse({
    ListStatements: () => ({ Statements: [{ Id: statementId, CreatedAt }] }),
  });
  expect(await find(runId)).toEqual({ statementId, startedAt: noon });
  expect(aws.asked).toEqual([
    { operation: 'ListStatements', input: { StatementName: `readout:${runId}`, Status: 'ALL' } },
  ]);
});

test('it is looked for behind empty pages', async () => {
  const { find } = await warehouse({
    ListStatements: ({ NextToken }) =>
      NextToken === 'more'
        ? { Statements: [{ Id: statementId, CreatedAt }] }
        : { Statements: [], NextToken: 'more' },
  });
  expect(await find(runId)).toEqual({ statementId, startedAt: noon });
  expect(aws.asked).toHaveLength(2);
});

test('none is found that was not sent', async () => {
  const { find } = await warehouse({ ListStatements: () => ({ Statements: [] }) });
  expect(await find(runId)).toBeUndefined();
});

test('that it cannot be looked for is no answer', async () => {
  const { find } = await warehouse({ ListStatements: refused('ThrottlingException') });
  await expect(find(runId)).rejects.toMatchObject({ name: 'ThrottlingException' });
});

test.each(['FINISHED', 'FAILED', 'ABORTED'])('a statement has ended that is %s', async (Status) => {
  const { ended } = await warehouse({ DescribeStatement: () => ({ Status, ResultRows: 31 }) });
  expect(await ended(statementId)).toEqual({ statementId, state: Status, rows: 31 });
  expect(aws.asked).toEqual([{ operation: 'DescribeStatement', input: { Id: statementId } }]);
});

test.each(['SUBMITTED', 'PICKED', 'STARTED'])('a statement has not ended that is %s', async (Status) => {
  const { ended } = await warehouse({ DescribeStatement: () => ({ Status }) });
  expect(await ended(statementId)).toBeUndefined();
});

test('one that is remembered no more is forgotten', async () => {
  const { ended } = await warehouse({ DescribeStatement: refused('ResourceNotFoundException') });
  expect(await ended(statementId)).toBe('forgotten');
});

test('that it cannot be described does not mean that it is forgotten', async () => {
  const { ended } = await warehouse({ DescribeStatement: refused('ThrottlingException') });
  await expect(ended(statementId)).rejects.toMatchObject({ name: 'ThrottlingException' });
});

test('a statement is stopped', async () => {
  const { stop } = await warehouse({ CancelStatement: () => ({ Status: true }) });
  await stop(statementId);
  expect(aws.asked).toEqual([{ operation: 'CancelStatement', input: { Id: statementId } }]);
});
