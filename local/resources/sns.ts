import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

// Topics and subscriptions have no effect here: alarms are all that would publish, and nothing raises one.

const subscription = {
  Protocol: z.enum(['email', 'email-json', 'https', 'lambda', 'sqs']),
  Endpoint: z.string(),
};

export const topic = resourceType(
  z.strictObject({
    TopicName: z.string().optional(),
    DisplayName: z.string().optional(),
    Subscription: z.array(z.strictObject(subscription)).optional(),
    KmsMasterKeyId: withoutEffect,
    Tags: withoutEffect,
  }),
  ({ id, properties: { TopicName } }, { account, region, stackName }) => {
    const name = TopicName ?? `${stackName}-${id}`;
    const arn = `arn:aws:sns:${region}:${account}:${name}`;
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
);

export const topicSubscription = resourceType(
  z.strictObject({ TopicArn: z.string(), ...subscription }),
  ({ id, properties: { TopicArn } }) => ({
    ref: `${TopicArn}:${id}`,
    attributes: { Arn: `${TopicArn}:${id}` },
  }),
);
