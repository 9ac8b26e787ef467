import { objectClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { dashboardsIn, templatesIn } from '@readout/runtime/templates.ts';
import { datasetsTable, restSettings } from '@readout/runtime/wiring.ts';
import { dashboardList } from './dashboard-list.ts';
import { listDashboards } from './list-dashboards.ts';

const objects = objectClient();
const bucket = requireEnv('TEMPLATE_BUCKET');

export const handler = rest(
  restSettings(),
  listDashboards({
    readList: dashboardList(objects, bucket),
    readDashboard: dashboardsIn(objects, bucket),
    readTemplate: templatesIn(objects, bucket),
    datasets: datasetsTable(),
  }),
);
