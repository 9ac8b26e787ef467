import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentsOver } from './clients.ts';
import { type AwsServer, awsServer, Refusal } from './testing/aws-server.ts';

let aws: AwsServer;
afterEach(() => aws.close());

/** Writes one item where the first answers are a refusal. */
const put = async (name: string, times: number): Promise<unknown> => {
  aws = await awsServer({
    PutItem: () => {
      if (aws.asked.length <= times) throw new Refusal(name);
      return {};
    },
  });
  const { maxAttempts: _one, ...client } = aws.client;
  const db = documentsOver(new DynamoDBClient({ ...client, maxAttempts: 3 }));
  return db.send(new PutCommand({ TableName: 'runs', Item: { runId: 'a', topic: undefined } }));
};

test('a write that meets a transaction at its item is tried again', async () => {
  await put('TransactionConflictException', 2);
  expect(aws.asked).toHaveLength(3);
});

test('a write whose condition does not hold is not', async () => {
  await expect(put('ConditionalCheckFailedException', 1)).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
  });
  expect(aws.asked).toHaveLength(1);
});

test('a field that is undefined is left out', async () => {
  await put('', 0);
  expect(aws.asked[0]?.input.Item).toEqual({ runId: { S: 'a' } });
});
