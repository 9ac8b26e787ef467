import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { tracer } from '../tracer.ts';

export const scheduleClient = (): SchedulerClient => tracer.captureAWSv3Client(new SchedulerClient({}));
