import type { S3Client } from '@aws-sdk/client-s3';
import type { DashboardListed } from '@readout/runtime/contracts.ts';
import { DASHBOARDS_PREFIX, dashboardIdOf, EXPECTED_NAME } from '@readout/runtime/dashboard/dashboard-id.ts';
import { type DashboardTemplate, parseDashboard } from '@readout/runtime/dashboard/parse-dashboard.ts';
import { detailOf, InvalidTemplate, isKnown } from '@readout/runtime/errors.ts';
import { knownObjects } from '@readout/runtime/known-objects.ts';
import { dashboardsIn } from '@readout/runtime/templates.ts';

export type ReadDashboardList = () => Promise<DashboardListed[]>;

/** Every dashboard in the bucket, by id; one whose file is broken is listed for all with what is wrong. */
export const dashboardList = (objects: S3Client, bucket: string): ReadDashboardList => {
  const read = dashboardsIn(objects, bucket);
  return knownObjects(objects, { bucket, prefix: DASHBOARDS_PREFIX, suffix: '.yaml' }, describe);

  async function describe(key: string): Promise<DashboardListed | undefined> {
    const id = dashboardIdOf(key);
    if (id === undefined) return broken(key, new InvalidTemplate(`${key}: ${EXPECTED_NAME}`));
    try {
      return listed(parseDashboard(await read(id), id));
    } catch (error) {
      if (!isKnown(error)) throw error;
      // Deleted since it was listed.
      return error.name === 'DashboardNotFound' ? undefined : broken(id, error);
    }
  }
};

const listed = ({ parameters: _, tiles, ...rest }: DashboardTemplate): DashboardListed => ({
  ...rest,
  tileCount: tiles.length,
});

const broken = (id: string, error: unknown): DashboardListed => ({
  id,
  title: id,
  tags: [],
  tileCount: 0,
  error: detailOf(error),
});
