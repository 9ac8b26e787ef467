import { setTimeout as pause } from 'node:timers/promises';
import { objectClient, scheduleClient } from '@readout/runtime/clients.ts';
import { customResource } from '@readout/runtime/custom-resource.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { onSave, scheduleAll, unscheduleAll } from './schedule-pipelines.ts';
import { schedulesIn } from './schedules.ts';

const schedules = schedulesIn({
  scheduler: scheduleClient(),
  group: requireEnv('SCHEDULE_GROUP'),
  target: { functionArn: requireEnv('START_PIPELINE_ARN'), roleArn: requireEnv('SCHEDULER_ROLE_ARN') },
  deadLetterArn: requireEnv('DEAD_LETTERS_ARN'),
});
const deps = { folders: pipelinesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')), schedules, log };

const deployed = customResource({ log, pause }, ({ type }) =>
  type === 'Delete' ? unscheduleAll(deps) : scheduleAll(deps),
);
const saved = onSave(deps);

/** A deployment asks as CloudFormation does; else a file was saved. */
export const handler = (event: CloudFormationCustomResourceEvent | object, context: Context) =>
  'ResourceProperties' in event ? deployed(event, context) : saved(event);
