import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tracer } from '../tracer.ts';

/** DynamoDB, reading and writing plain objects. */
export const documentClient = (): DynamoDBDocumentClient =>
  documentsOver(tracer.captureAWSv3Client(new DynamoDBClient({})));

/**
 * Fields that are `undefined` are left out of an item rather than refused. A single write that meets a transaction at its
 * item is tried again, which the client does not do by itself.
 */
export const documentsOver = (client: DynamoDBClient): DynamoDBDocumentClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error && error.name === 'TransactionConflictException')
          Object.assign(error, { $retryable: {} });
        throw error;
      }
    },
    { name: 'retryConflicts', step: 'deserialize', priority: 'high', override: true },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};
