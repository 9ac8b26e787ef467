import { DashboardNotFound } from '../errors.ts';

/** Lower case and short: a dashboard's id is part of a topic and of the name of a preference. */
const ID = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
const MOST_LETTERS = 50;
const KEY = /^dashboards\/(.+)\.yaml$/;

/** Where the dashboards stand in the template bucket. */
export const DASHBOARDS_PREFIX = 'dashboards/';

/** What a file's name must be, in words. */
export const EXPECTED_NAME = `a name has lower-case letters, digits and - only, ${MOST_LETTERS} at most, and ends in .yaml`;

/** Whether a text can be the id of a dashboard, such as `flights/overview`. */
const isDashboardId = (text: string): boolean => text.length <= MOST_LETTERS && ID.test(text);

/** The object key of a dashboard: `dashboards/flights/overview.yaml`. Throws DashboardNotFound. */
export function dashboardKey(id: string): string {
  if (!isDashboardId(id))
    throw new DashboardNotFound(`There is no dashboard ${JSON.stringify(id.slice(0, 100))}.`);
  return `${DASHBOARDS_PREFIX}${id}.yaml`;
}

/** The id of the dashboard that an object holds; undefined for any other object. */
export function dashboardIdOf(key: string): string | undefined {
  const id = KEY.exec(key)?.[1];
  return id !== undefined && isDashboardId(id) ? id : undefined;
}
