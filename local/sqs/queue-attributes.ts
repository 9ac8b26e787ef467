import { notEmulated } from '../protocol/service-error.ts';

/** Attributes that change what a queue does. Seconds and bytes; defaults are those of Amazon SQS (CreateQueue). */
const defaults = {
  DelaySeconds: 0,
  MaximumMessageSize: 1_048_576,
  MessageRetentionPeriod: 345_600,
  ReceiveMessageWaitTimeSeconds: 0,
  VisibilityTimeout: 30,
};

export type QueueAttributes = typeof defaults;

/** Who may use a queue and how it is stored: nothing here depends on it. */
const withoutLocalEffect = [
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'Policy',
  'SqsManagedSseEnabled',
  'Tags',
];

/** Reads the attributes of CreateQueue or the properties of `AWS::SQS::Queue`. Throws `not emulated` for any other. */
export const parseQueueAttributes = (given: Record<string, unknown>): QueueAttributes => {
  const attributes = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(defaults, name)) attributes[name as keyof QueueAttributes] = Number(value);
    else if (!withoutLocalEffect.includes(name)) throw notEmulated(`AWS::SQS::Queue ${name}`);
  }
  return attributes;
};
