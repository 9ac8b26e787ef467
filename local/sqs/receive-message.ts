import { ServiceError } from '../protocol/service-error.ts';
import { md5OfAttributes, selectAttributes } from './message-attributes.ts';
import { md5, type Queue, type ReceivedMessage } from './queue.ts';

export interface ReceiveInput {
  MaxNumberOfMessages?: number;
  VisibilityTimeout?: number;
  WaitTimeSeconds?: number;
  AttributeNames?: string[];
  MessageSystemAttributeNames?: string[];
  MessageAttributeNames?: string[];
}

/** Waits for real, up to `WaitTimeSeconds`, when there is nothing to receive. */
export const receive = async (queue: Queue, input: ReceiveInput): Promise<object> => {
  const maximum = input.MaxNumberOfMessages ?? 1;
  if (!(maximum >= 1 && maximum <= 10))
    throw new ServiceError(
      'InvalidParameterValue',
      `Value ${maximum} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
    );
  const wait = input.WaitTimeSeconds ?? queue.attributes.ReceiveMessageWaitTimeSeconds;
  let received = queue.receive(maximum, input.VisibilityTimeout);
  if (received.length === 0 && wait > 0) {
    await queue.waitForMessage(wait * 1000);
    received = queue.receive(maximum, input.VisibilityTimeout);
  }
  return received.length > 0 ? { Messages: received.map((one) => described(one, input)) } : {};
};

const described = (
  { message, receiptHandle }: ReceivedMessage,
  { AttributeNames = [], MessageSystemAttributeNames = [], MessageAttributeNames = [] }: ReceiveInput,
): object => {
  const attributes = selectAttributes(message.attributes, MessageAttributeNames);
  const system = {
    SenderId: message.senderId,
    SentTimestamp: `${message.sentAt}`,
    ApproximateReceiveCount: `${message.receiveCount}`,
    ApproximateFirstReceiveTimestamp: `${message.firstReceivedAt}`,
  };
  const chosen = selected(system, [...AttributeNames, ...MessageSystemAttributeNames]);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(Object.keys(chosen).length > 0 ? { Attributes: chosen } : {}),
    ...(Object.keys(attributes).length > 0
      ? { MessageAttributes: attributes, MD5OfMessageAttributes: md5OfAttributes(attributes) }
      : {}),
  };
};

/** Those of the attributes that were asked for by name, or `All`. */
export const selected = (attributes: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => names.includes('All') || names.includes(name)),
  );
