import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import { protocols } from '../sns/topics.ts';

const subscription = {
  Protocol: z.enum(protocols, { error: ({ input }) => `not emulated: subscriptions by ${input}` }),
  Endpoint: z.string(),
};

export const topic = resourceType(
  z.strictObject({
    TopicName: z.string().optional(),
    DisplayName: z.string().optional(),
    Subscription: z.array(z.strictObject(subscription)).default([]),
    KmsMasterKeyId: withoutEffect,
    Tags: withoutEffect,
  }),
  ({ id, properties: { TopicName, DisplayName, Subscription } }, { services, stackName }) => {
    const name = TopicName ?? `${stackName}-${id}`;
    const { arn } = services.sns.createTopic({ name, ...(DisplayName && { displayName: DisplayName }) });
    for (const { Protocol, Endpoint } of Subscription)
      services.sns.subscribe(arn, { protocol: Protocol, endpoint: Endpoint });
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
);

export const topicSubscription = resourceType(
  z.strictObject({ TopicArn: z.string(), ...subscription }),
  ({ properties: { TopicArn, Protocol, Endpoint } }, { services }) => {
    const { arn } = services.sns.subscribe(TopicArn, { protocol: Protocol, endpoint: Endpoint });
    return { ref: arn, attributes: { Arn: arn } };
  },
);
