import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { type AwsServer, awsServer, Refusal } from '../testing/aws-server.ts';
import { noon, runId, statementId } from '../testing/examples.ts';
import type { FaultInReport } from './fault-in-report.ts';
import { type EndedStatement, howStatementsEnd } from './how-it-ended.ts';
import type { Ending } from './statement-record.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const ending = async (
  state: EndedStatement['state'],
  describe: () => object = () => ({}),
  rows?: number,
): Promise<Ending> => {
  aws = await awsServer({ DescribeStatement: describe });
  const redshift = new RedshiftDataClient(aws.client);
  const faultInReport: FaultInReport = async (id, sql, message) =>
    id === runId && sql === 'select 1 / 0' && message.endsWith('Position: 8')
      ? { line: 3, column: 8 }
      : undefined;
  return howStatementsEnd({ redshift, faultInReport, now: () => noon })(runId, { statementId, state, rows });
};
const refused = (name: string) => (): never => {
  throw new Refusal(name);
};

test('one that is finished has succeeded with its rows', async () => {
  expect(await ending('FINISHED', undefined, 7)).toEqual({
    status: 'succeeded',
    at: noon,
    statementId,
    rows: 7,
  });
  expect(aws.asked).toEqual([]);
});

test('one that was aborted was cancelled', async () => {
  expect(await ending('ABORTED', undefined, -1)).toEqual({ status: 'cancelled', at: noon, statementId });
  expect(aws.asked).toEqual([]);
});

test.each<[string, () => object, string]>([
  ['says why', () => ({ Error: 'ERROR: division by zero' }), 'ERROR: division by zero'],
  ['does not say why', () => ({}), 'Redshift failed the statement without saying why.'],
  [
    'has forgotten it',
    refused('ResourceNotFoundException'),
    'Redshift failed the statement and no longer says why.',
  ],
])('one that has failed is told so, where Redshift %s', async (_case, describe, message) => {
  expect(await ending('FAILED', describe, -1)).toEqual({
    status: 'failed',
    at: noon,
    statementId,
    error: { name: 'QueryFailed', message },
  });
  expect(aws.asked).toEqual([{ operation: 'DescribeStatement', input: { Id: statementId } }]);
});

test('one that has failed is told with its place in the report, where that is found', async () => {
  const message = 'ERROR: division by zero\n  Position: 8';
  expect(await ending('FAILED', () => ({ Error: message, QueryString: 'select 1 / 0' }))).toMatchObject({
    error: { message, at: { line: 3, column: 8 } },
  });
});

test('that Redshift cannot be asked is for the caller, who asks again', async () => {
  await expect(ending('FAILED', refused('ThrottlingException'))).rejects.toMatchObject({
    name: 'ThrottlingException',
  });
});
