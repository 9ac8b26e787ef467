import { awsQuery, type QueryOperation } from '../protocol/aws-query.ts';
import type { Clock, Service } from '../service.ts';
import { type Couriers, deliverTo } from './deliver.ts';
import { parsePublish } from './publish.ts';
import { type Subscription, Topics } from './topics.ts';

export interface SnsOptions extends Couriers {
  clock: Clock;
  newId(): string;
  account: string;
  region: string;
}

/** Amazon SNS: standard topics of the template. Every subscription counts as confirmed. */
export interface Sns extends Service {
  /** Deploys `AWS::SNS::Topic`. */
  createTopic(topic: { name: string; displayName?: string }): { arn: string };
  /** Deploys `AWS::SNS::Subscription`. @throws ServiceError NotFound for a topic that does not exist */
  subscribe(topicArn: string, subscription: Pick<Subscription, 'protocol' | 'endpoint'>): { arn: string };
}

/** The supported operations of Amazon SNS, by name. */
export const operationsOf = (topics: Topics, options: SnsOptions): Record<string, QueryOperation> => ({
  ListSubscriptionsByTopic: (input) => ({
    Subscriptions: {
      member: topics.get(input.get('TopicArn') ?? '').subscriptions.map(({ arn, endpoint, protocol }) => ({
        SubscriptionArn: arn,
        Owner: options.account,
        Protocol: protocol,
        Endpoint: endpoint,
        TopicArn: input.get('TopicArn'),
      })),
    },
  }),
  ListTopics: () => ({ Topics: { member: topics.all().map(({ arn }) => ({ TopicArn: arn })) } }),
  Publish: (input) => {
    const { clock, newId } = options;
    const message = parsePublish(input, { id: newId(), at: clock.now().toISOString() });
    const topic = topics.get(message.topicArn);
    for (const subscription of topic.subscriptions)
      deliverTo(options, topic, subscription, message).catch((error) => console.error(error));
    return { MessageId: message.id };
  },
});

export const createSns = (options: SnsOptions): Sns => {
  const { account, newId, region } = options;
  const topics = new Topics();
  return {
    name: 'sns',
    handle: awsQuery({
      namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
      service: 'SNS',
      operations: operationsOf(topics, options),
    }),
    createTopic: ({ name, displayName }) => {
      const arn = `arn:aws:sns:${region}:${account}:${name}`;
      topics.add({ arn, subscriptions: [], ...(displayName && { displayName }) });
      return { arn };
    },
    subscribe: (topicArn, subscription) => {
      const arn = `${topicArn}:${newId()}`;
      topics.get(topicArn).subscriptions.push({ arn, ...subscription });
      return { arn };
    },
  };
};
