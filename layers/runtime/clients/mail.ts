import { SESv2Client } from '@aws-sdk/client-sesv2';
import { tracer } from '../tracer.ts';

export const mailClient = (): SESv2Client => tracer.captureAWSv3Client(new SESv2Client({}));
