import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { ReportNotFound } from './errors.ts';
import { reportKey } from './report/report-id.ts';

/** The SQL text of a report. Throws ReportNotFound. */
export type ReadTemplate = (report: string) => Promise<string>;

/** The reports in the template bucket, where `taxi/daily` is the object `reports/taxi/daily.sql`. */
export const templatesIn =
  (objects: S3Client, bucket: string): ReadTemplate =>
  async (report) => {
    const key = reportKey(report);
    try {
      const { Body } = await objects.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey')
        throw new ReportNotFound(`There is no report ${JSON.stringify(report)}.`);
      throw error;
    }
  };
