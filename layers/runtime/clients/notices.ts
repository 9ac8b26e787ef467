import { SNSClient } from '@aws-sdk/client-sns';
import { tracer } from '../tracer.ts';

export const noticeClient = (): SNSClient => tracer.captureAWSv3Client(new SNSClient({}));
