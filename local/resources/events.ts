import { z } from 'zod';
import { resourceType } from '../deploy/resource-type.ts';

export const rule = resourceType(
  z.strictObject({
    Name: z.string().optional(),
    Description: z.string().optional(),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        Input: z.string().optional(),
        InputPath: z.string().optional(),
        RetryPolicy: z
          .strictObject({
            MaximumRetryAttempts: z.number().optional(),
            MaximumEventAgeInSeconds: z.number().optional(),
          })
          .optional(),
        DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
      }),
    ),
  }),
  async ({ id, properties }, { account, region, services, stackName }) => {
    const name = properties.Name ?? `${stackName}-${id}`;
    await services.eventBridge.createRule({
      name,
      state: properties.State,
      ...(properties.EventPattern && { eventPattern: properties.EventPattern }),
      ...(properties.ScheduleExpression && { scheduleExpression: properties.ScheduleExpression }),
      targets: properties.Targets.map(({ Id, Arn, Input, InputPath, RetryPolicy, DeadLetterConfig }) => ({
        id: Id,
        arn: Arn,
        input: Input,
        inputPath: InputPath,
        retryPolicy: RetryPolicy && {
          maximumRetryAttempts: RetryPolicy.MaximumRetryAttempts,
          maximumEventAgeInSeconds: RetryPolicy.MaximumEventAgeInSeconds,
        },
        deadLetterArn: DeadLetterConfig?.Arn,
      })),
    });
    return { ref: name, attributes: { Arn: `arn:aws:events:${region}:${account}:rule/${name}` } };
  },
);
