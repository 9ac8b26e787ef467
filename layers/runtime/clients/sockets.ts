import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { tracer } from '../tracer.ts';

/** Its endpoint is the WebSocket API's stage, set as AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI. */
export const socketClient = (): ApiGatewayManagementApiClient =>
  tracer.captureAWSv3Client(new ApiGatewayManagementApiClient({}));
