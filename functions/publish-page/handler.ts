import { setTimeout as pause } from 'node:timers/promises';
import { AmplifyClient } from '@aws-sdk/client-amplify';
import { customResource } from '@readout/runtime/custom-resource.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { tracer } from '@readout/runtime/tracer.ts';
import { publishPage } from './publish-page.ts';

export const handler = customResource(
  { log, pause },
  publishPage({
    amplify: tracer.captureAWSv3Client(new AmplifyClient({})),
    branch: { appId: requireEnv('AMPLIFY_APP_ID'), branchName: requireEnv('AMPLIFY_BRANCH') },
    pageFolder: requireEnv('PAGE_FOLDER'),
    log,
    pause,
  }),
);
