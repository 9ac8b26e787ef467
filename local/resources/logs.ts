import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

/** Executions are read through GetExecutionHistory and functions log to the console: a log group only has its names. */
export const logGroup = resourceType(
  z.strictObject({ LogGroupName: z.string(), RetentionInDays: withoutEffect }),
  ({ properties: { LogGroupName } }, { account, region }) => ({
    ref: LogGroupName,
    attributes: { Arn: `arn:aws:logs:${region}:${account}:log-group:${LogGroupName}:*` },
  }),
);
