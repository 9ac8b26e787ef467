import { objectClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { catalogue } from './catalogue.ts';
import { listReports } from './list-reports.ts';

const objects = objectClient();
const bucket = requireEnv('TEMPLATE_BUCKET');

export const handler = rest(
  { log, pageOrigin: requireEnv('PAGE_ORIGIN'), clientId: requireEnv('USER_POOL_CLIENT_ID') },
  listReports({ readCatalogue: catalogue(objects, bucket), readTemplate: templatesIn(objects, bucket) }),
);
