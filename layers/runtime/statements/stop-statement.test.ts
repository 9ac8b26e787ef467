import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { type AwsServer, awsServer, Refusal } from '../testing/aws-server.ts';
import { statementId } from '../testing/examples.ts';
import { stopStatement } from './stop-statement.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const stop = async (refusal?: Refusal): Promise<void> => {
  aws = await awsServer({
    CancelStatement: () => {
      if (refusal) throw refusal;
      return { Status: true };
    },
  });
  return stopStatement(new RedshiftDataClient(aws.client), statementId);
};

test('cancels the statement in Redshift', async () => {
  await stop();
  expect(aws.asked).toEqual([{ operation: 'CancelStatement', input: { Id: statementId } }]);
});

const already = `Could not cancel a query that is already in FINISHED state with ID: ${statementId}`;

test.each([
  ['has ended', new Refusal('ValidationException', already)],
  ['is remembered no more', new Refusal('ResourceNotFoundException', 'Query does not exist.')],
])('a statement that %s is as good as stopped', async (_case, refusal) => {
  await expect(stop(refusal)).resolves.toBeUndefined();
});

test.each([
  ['what it is asked is wrong', new Refusal('ValidationException', 'Id must be a UUID')],
  ['it is busy', new Refusal('ThrottlingException', 'already in the queue', 429)],
  ['it may not', new Refusal('AccessDeniedException', 'not authorized', 403)],
])('that %s is for the caller', async (_case, refusal) => {
  await expect(stop(refusal)).rejects.toMatchObject({ name: refusal.name });
});
