import { S3Client } from '@aws-sdk/client-s3';
import { tracer } from '../tracer.ts';

export const objectClient = (): S3Client => tracer.captureAWSv3Client(new S3Client({}));
