import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { tracer } from '../tracer.ts';

export const eventClient = (): EventBridgeClient => tracer.captureAWSv3Client(new EventBridgeClient({}));
