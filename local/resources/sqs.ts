import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

export const queue = resourceType(
  z.strictObject({
    QueueName: z.string().optional(),
    MessageRetentionPeriod: z.number().optional(),
    VisibilityTimeout: z.number().optional(),
    SqsManagedSseEnabled: withoutEffect,
  }),
  (
    { id, properties: { QueueName, SqsManagedSseEnabled: _encrypted, ...properties } },
    { services, stackName },
  ) => {
    const name = QueueName ?? `${stackName}-${id}`;
    const { url, arn } = services.sqs.createQueue({ name, properties });
    return { ref: url, attributes: { Arn: arn, QueueName: name } };
  },
);

export const queuePolicy = resourceType(
  z.strictObject({ Queues: z.array(z.string()), PolicyDocument: withoutEffect }),
  ({ id }) => ({ ref: id }),
);
