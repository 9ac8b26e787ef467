import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { dashboardKey } from './dashboard/dashboard-id.ts';
import { DashboardNotFound, ReportNotFound } from './errors.ts';
import { reportKey } from './report/report-id.ts';

/** The SQL text of a report. Throws ReportNotFound. */
export type ReadTemplate = (report: string) => Promise<string>;

/** The reports in the template bucket, where `taxi/daily` is the object `reports/taxi/daily.sql`. */
export const templatesIn =
  (objects: S3Client, bucket: string): ReadTemplate =>
  async (report) => {
    const text = await readText(objects, bucket, reportKey(report));
    if (text === undefined) throw new ReportNotFound(`There is no report ${JSON.stringify(report)}.`);
    return text;
  };

/** The YAML text of a dashboard. Throws DashboardNotFound. */
export type ReadDashboard = (dashboard: string) => Promise<string>;

/** The dashboards in the template bucket, where `taxi/overview` is the object `dashboards/taxi/overview.yaml`. */
export const dashboardsIn =
  (objects: S3Client, bucket: string): ReadDashboard =>
  async (dashboard) => {
    const text = await readText(objects, bucket, dashboardKey(dashboard));
    if (text === undefined)
      throw new DashboardNotFound(`There is no dashboard ${JSON.stringify(dashboard)}.`);
    return text;
  };

async function readText(objects: S3Client, bucket: string, key: string): Promise<string | undefined> {
  try {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}
