import { ReportNotFound } from '../errors.ts';

const ID = /^[A-Za-z0-9][\w-]*(?:\/[A-Za-z0-9][\w-]*)*$/;
const KEY = /^reports\/(.+)\.sql$/;

/** Where the reports stand in the template bucket. */
export const REPORTS_PREFIX = 'reports/';

/** Whether a text can be the id of a report, such as `taxi/daily`. */
export const isReportId = (text: string): boolean => text.length <= 200 && ID.test(text);

/** The object key of a report's template: `reports/taxi/daily.sql`. Throws ReportNotFound. */
export function reportKey(id: string): string {
  if (!isReportId(id)) throw new ReportNotFound(`There is no report ${JSON.stringify(id.slice(0, 100))}.`);
  return `${REPORTS_PREFIX}${id}.sql`;
}

/** The id of the report that an object holds; undefined for any other object. */
export function reportIdOf(key: string): string | undefined {
  const id = KEY.exec(key)?.[1];
  return id !== undefined && isReportId(id) ? id : undefined;
}
