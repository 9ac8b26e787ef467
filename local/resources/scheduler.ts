import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import { scheduleShape } from '../scheduler/schedule.ts';

export const scheduleGroup = resourceType(
  z.strictObject({ Name: z.string().optional(), Tags: withoutEffect }),
  ({ id, properties: { Name } }, { services, stackName }) => {
    const name = Name ?? `${stackName}-${id}`;
    const { arn } = services.scheduler.createGroup(name);
    return { ref: name, attributes: { Arn: arn, State: 'ACTIVE' } };
  },
);

/** CloudFormation knows no ActionAfterCompletion. */
const declared = scheduleShape.omit({ ActionAfterCompletion: true, StartDate: true, EndDate: true }).extend({
  Name: z.string().optional(),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  KmsKeyArn: withoutEffect,
});

export const schedule = resourceType(
  declared,
  ({ id, properties: { KmsKeyArn: _encrypted, ...properties } }, { services, stackName }) => {
    const name = properties.Name ?? `${stackName}-${id}`;
    const { arn } = services.scheduler.createSchedule({ ...properties, Name: name });
    return { ref: name, attributes: { Arn: arn } };
  },
);
