import { redshiftClient } from '@readout/runtime/clients.ts';
import { optionalEnv, requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { runsTable } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { unloadResult } from './unload-result.ts';

export const handler = asState(
  { log },
  unloadResult({
    runs: runsTable(),
    redshift: redshiftClient(),
    stackName: requireEnv('STACK_NAME'),
    warehouse: {
      Database: requireEnv('DATABASE'),
      WorkgroupName: optionalEnv('WORKGROUP_NAME'),
      ClusterIdentifier: optionalEnv('CLUSTER_IDENTIFIER'),
      DbUser: optionalEnv('DB_USER'),
      SecretArn: optionalEnv('SECRET_ARN'),
    },
    bucket: requireEnv('DOWNLOAD_BUCKET'),
    roleArn: optionalEnv('UNLOAD_ROLE_ARN'),
  }),
);
