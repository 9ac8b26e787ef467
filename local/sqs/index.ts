import { awsJson } from '../protocol/aws-json.ts';
import { notEmulated } from '../protocol/service-error.ts';
import type { Clock, Service } from '../service.ts';
import type { MessageAttributes } from './message-attributes.ts';
import { operationsOf } from './operations.ts';
import { Queue, type SentMessage } from './queue.ts';
import { parseQueueAttributes } from './queue-attributes.ts';
import { Queues } from './queues.ts';

export interface Sqs extends Service {
  /** Deploys `AWS::SQS::Queue`, given its properties by their names in CloudFormation. */
  createQueue(queue: { name: string; properties?: Record<string, unknown> }): { url: string; arn: string };
  /** Sends as a service does, for instance EventBridge to a dead-letter queue. Throws QueueDoesNotExist. */
  sendMessage(queueArn: string, body: string, attributes?: MessageAttributes): SentMessage;
}

export interface SqsOptions {
  clock: Clock;
  /** Makes message ids and receipt handles. */
  newId: () => string;
  account: string;
  region: string;
  /** Where clients reach this service: what queue URLs begin with. */
  endpoint: () => string;
}

/** Amazon SQS: standard queues in memory. */
export const createSqs = ({ clock, newId, account, region, endpoint }: SqsOptions): Sqs => {
  const queues = new Queues(() => `${endpoint()}/${account}`);
  return {
    name: 'sqs',
    handle: awsJson({ version: '1.0', operations: operationsOf(queues) }),
    createQueue: ({ name, properties = {} }) => {
      if (name.endsWith('.fifo')) throw notEmulated('a FIFO queue');
      const attributes = parseQueueAttributes(properties);
      const arn = `arn:aws:sqs:${region}:${account}:${name}`;
      const queue = queues.find(name) ?? new Queue(name, arn, attributes, clock, newId);
      queue.attributes = attributes;
      queues.add(queue);
      return { url: queues.urlOf(queue), arn };
    },
    sendMessage: (queueArn, body, attributes = {}) =>
      queues.withArn(queueArn).send(body, attributes, account),
    close: async () => {
      for (const queue of queues.all()) queue.wake();
    },
  };
};
