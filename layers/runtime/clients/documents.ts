import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tracer } from '../tracer.ts';

/** DynamoDB, reading and writing plain objects. */
export const documentClient = (): DynamoDBDocumentClient =>
  documentsOver(tracer.captureAWSv3Client(new DynamoDBClient({})));

/** Fields that are `undefined` are left out of an item rather than refused. */
export const documentsOver = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
