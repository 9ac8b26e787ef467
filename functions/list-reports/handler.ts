import { objectClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { datasetsTable, reportStatistics, restSettings } from '@readout/runtime/wiring.ts';
import { catalogue } from './catalogue.ts';
import { listReports } from './list-reports.ts';

const objects = objectClient();
const bucket = requireEnv('TEMPLATE_BUCKET');

export const handler = rest(
  restSettings(),
  listReports({
    readCatalogue: catalogue(objects, bucket),
    readTemplate: templatesIn(objects, bucket),
    statistics: reportStatistics(),
    datasets: datasetsTable(),
    engineerGroup: requireEnv('ENGINEER_GROUP'),
  }),
);
