import { randomUUID } from 'node:crypto';
import { objectClient } from '@readout/runtime/clients.ts';
import { requireEnv, requireTimeZone } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { rest } from '@readout/runtime/rest.ts';
import {
  now,
  pipelineRunLaunching,
  pipelineRunsTable,
  pipelineRunTelling,
  restSettings,
} from '@readout/runtime/wiring.ts';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { runBeginning } from './begin-run.ts';
import { onEvent } from './on-event.ts';
import { onRequest } from './on-request.ts';

const folders = pipelinesIn(objectClient(), requireEnv('TEMPLATE_BUCKET'));
const runs = pipelineRunsTable();
const begin = runBeginning({
  runs,
  launch: pipelineRunLaunching(),
  tell: pipelineRunTelling(),
  constants: { data_bucket: requireEnv('DATA_BUCKET') },
  timeZone: requireTimeZone('REPORT_TIME_ZONE'),
  log,
  now,
});
const request = rest(
  restSettings(),
  onRequest({ folders, runs, begin, operatorGroup: requireEnv('OPERATOR_GROUP'), newId: randomUUID }),
);
const event = onEvent({ folders, runs, begin, log });

/** A request has a context; what else starts a pipeline has none. */
export const handler = (given: APIGatewayProxyEvent | object) =>
  'requestContext' in given ? request(given) : event(given);
