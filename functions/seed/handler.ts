import { setTimeout as pause } from 'node:timers/promises';
import { objectClient, redshiftClient } from '@readout/runtime/clients.ts';
import { customResource } from '@readout/runtime/custom-resource.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { datasetsTable, now } from '@readout/runtime/wiring.ts';
import { runBatch } from './run-batch.ts';
import { seed } from './seed.ts';

const warehouse = {
  Database: requireEnv('DATABASE'),
  WorkgroupName: process.env.WORKGROUP_NAME,
  ClusterIdentifier: process.env.CLUSTER_IDENTIFIER,
  DbUser: process.env.DB_USER,
  SecretArn: process.env.SECRET_ARN,
};

export const handler = customResource(
  { log, pause },
  seed({
    objects: objectClient(),
    runBatch: runBatch({ redshift: redshiftClient(), warehouse, pause }),
    datasets: datasetsTable(),
    log,
    now,
    place: {
      sqlFolder: requireEnv('SQL_FOLDER'),
      dataFolder: requireEnv('DATA_FOLDER'),
      templateBucket: requireEnv('TEMPLATE_BUCKET'),
      dataBucket: requireEnv('DATA_BUCKET'),
      downloadBucket: requireEnv('DOWNLOAD_BUCKET'),
      warehouse,
    },
  }),
);
