import { SQSClient } from '@aws-sdk/client-sqs';
import { tracer } from '../tracer.ts';

export const queueClient = (): SQSClient => tracer.captureAWSv3Client(new SQSClient({}));
