import { LambdaClient } from '@aws-sdk/client-lambda';
import { tracer } from '../tracer.ts';

export const lambdaClient = (): LambdaClient => tracer.captureAWSv3Client(new LambdaClient({}));
