import type { JsonOperation } from '../protocol/aws-json.ts';
import type { CallerIdentity } from '../service.ts';
import { batch, type Entry } from './batch.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';
import { type ReceiveInput, receive, selected } from './receive-message.ts';

interface OfQueue {
  QueueUrl: string;
}

/** The supported operations of Amazon SQS, by name. */
export const operationsOf = (queues: Queues): Record<string, JsonOperation> => ({
  GetQueueUrl: ({ QueueName }: { QueueName: string }) => ({
    QueueUrl: queues.urlOf(queues.named(QueueName)),
  }),
  ListQueues: ({ QueueNamePrefix = '' }: { QueueNamePrefix?: string }) => ({
    QueueUrls: queues
      .all()
      .filter(({ name }) => name.startsWith(QueueNamePrefix))
      .map((queue) => queues.urlOf(queue)),
  }),
  GetQueueAttributes: ({ QueueUrl, AttributeNames = [] }: OfQueue & { AttributeNames?: string[] }) => ({
    Attributes: selected(attributesOf(queues.at(QueueUrl)), AttributeNames),
  }),
  SendMessage: ({ QueueUrl, ...entry }: OfQueue & Entry, caller: CallerIdentity) =>
    send(queues.at(QueueUrl), entry, caller),
  SendMessageBatch: ({ QueueUrl, Entries }: OfQueue & { Entries: Entry[] }, caller: CallerIdentity) => {
    const queue = queues.at(QueueUrl);
    return batch(Entries, (entry) => send(queue, entry, caller));
  },
  ReceiveMessage: (input: OfQueue & ReceiveInput) => receive(queues.at(input.QueueUrl), input),
  DeleteMessage: ({ QueueUrl, ReceiptHandle = '' }: OfQueue & Entry) => {
    queues.at(QueueUrl).delete(ReceiptHandle);
    return {};
  },
  DeleteMessageBatch: ({ QueueUrl, Entries }: OfQueue & { Entries: Entry[] }) => {
    const queue = queues.at(QueueUrl);
    return batch(Entries, ({ ReceiptHandle = '' }) => {
      queue.delete(ReceiptHandle);
      return {};
    });
  },
  ChangeMessageVisibility: (input: OfQueue & { ReceiptHandle: string; VisibilityTimeout: number }) => {
    queues.at(input.QueueUrl).changeVisibility(input.ReceiptHandle, input.VisibilityTimeout);
    return {};
  },
  PurgeQueue: ({ QueueUrl }: OfQueue) => {
    queues.at(QueueUrl).purge();
    return {};
  },
});

const send = (
  queue: Queue,
  { MessageBody = '', MessageAttributes = {}, DelaySeconds }: Omit<Entry, 'Id'>,
  { arn }: CallerIdentity,
) => queue.send(MessageBody, MessageAttributes, arn, DelaySeconds);

const attributesOf = (queue: Queue): Record<string, string> => {
  const { visible, hidden, delayed } = queue.count();
  const settings = Object.entries(queue.attributes).map(([name, value]) => [name, `${value}`]);
  return {
    ...Object.fromEntries(settings),
    QueueArn: queue.arn,
    CreatedTimestamp: `${Math.floor(queue.createdAt / 1000)}`,
    ApproximateNumberOfMessages: `${visible}`,
    ApproximateNumberOfMessagesNotVisible: `${hidden}`,
    ApproximateNumberOfMessagesDelayed: `${delayed}`,
  };
};
