import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { tracer } from '../tracer.ts';

export const redshiftClient = (): RedshiftDataClient => tracer.captureAWSv3Client(new RedshiftDataClient({}));
