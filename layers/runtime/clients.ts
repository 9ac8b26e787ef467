import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tracer } from './tracer.ts';

/*
 * The clients of the AWS services, with their defaults and traced. Each is made on demand, so that a function makes
 * only those that it uses. Where they call is decided by the environment alone (AWS_REGION, AWS_ENDPOINT_URL*).
 */

export const documentClient = (): DynamoDBDocumentClient =>
  documentsOver(tracer.captureAWSv3Client(new DynamoDBClient({})));

/** Fields that are `undefined` are left out of an item rather than refused. */
export const documentsOver = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export const statesClient = (): SFNClient => tracer.captureAWSv3Client(new SFNClient({}));

export const objectClient = (): S3Client => tracer.captureAWSv3Client(new S3Client({}));

export const redshiftClient = (): RedshiftDataClient => tracer.captureAWSv3Client(new RedshiftDataClient({}));

/** Its endpoint is the WebSocket API's stage, set as AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI. */
export const socketClient = (): ApiGatewayManagementApiClient =>
  tracer.captureAWSv3Client(new ApiGatewayManagementApiClient({}));
