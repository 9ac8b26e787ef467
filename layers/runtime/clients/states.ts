import { SFNClient } from '@aws-sdk/client-sfn';
import { tracer } from '../tracer.ts';

export const statesClient = (): SFNClient => tracer.captureAWSv3Client(new SFNClient({}));
