import { parseDashboard } from '@readout/runtime/dashboard/parse-dashboard.ts';
import type { Datasets } from '@readout/runtime/datasets.ts';
import { AccessDenied } from '@readout/runtime/errors.ts';
import { mayRun } from '@readout/runtime/report/access.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { ReadDashboard, ReadTemplate } from '@readout/runtime/templates.ts';
import type { ReadDashboardList } from './dashboard-list.ts';
import { describeDashboard } from './describe-dashboard.ts';

interface Deps {
  readList: ReadDashboardList;
  readDashboard: ReadDashboard;
  readTemplate: ReadTemplate;
  datasets: Pick<Datasets, 'loads'>;
}

/**
 * `GET /dashboards`: the dashboards that the caller may see. `GET /dashboards/{dashboard}`: one of them, whose id
 * arrives percent-encoded. Throws DashboardNotFound, AccessDenied, InvalidTemplate.
 */
export const listDashboards =
  ({ readList, readDashboard, readTemplate, datasets }: Deps): RestAction =>
  async ({ caller, path: { dashboard: id } }) => {
    if (id === undefined)
      return { body: { dashboards: (await readList()).filter((one) => mayRun(one, caller)) } };
    const template = parseDashboard(await readDashboard(id), id);
    if (!mayRun(template, caller))
      throw new AccessDenied(`The dashboard ${id} is for other groups than yours.`);
    const facts = { read: readTemplate, loads: await datasets.loads() };
    return { body: await describeDashboard(template, caller, facts) };
  };
