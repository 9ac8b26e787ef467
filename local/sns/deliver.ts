import type { Mail } from '../mailbox.ts';
import type { Message } from './publish.ts';
import type { Subscription, Topic } from './topics.ts';

/** What messages are delivered with. */
export interface Couriers {
  deliver(mail: Mail): void;
  /** Hands a function an event, as Lambda's asynchronous invocation: resolves once it is accepted. */
  invokeLambda(functionArn: string, event: object): Promise<void>;
  sendMessage(queueArn: string, body: string): Promise<unknown> | unknown;
}

/** Amazon SNS writes mails from this address. */
const sender = 'AWS Notifications <no-reply@sns.amazonaws.com>';

/** Brings a message to one subscriber. */
export const deliverTo = async (
  couriers: Couriers,
  { displayName }: Topic,
  subscription: Subscription,
  message: Message,
): Promise<void> => {
  const { protocol, endpoint } = subscription;
  if (protocol === 'lambda') return couriers.invokeLambda(endpoint, lambdaEvent(subscription, message));
  if (protocol === 'sqs') {
    await couriers.sendMessage(endpoint, JSON.stringify(notification(subscription, message)));
    return;
  }
  const subject = message.subject ?? displayName ?? 'AWS Notification Message';
  const body =
    protocol === 'email'
      ? message.textFor('email')
      : JSON.stringify(notification(subscription, message), null, 2);
  couriers.deliver({ to: endpoint, from: sender, subject, body });
};

/** Signatures are not made here: these stand where they would. */
const signature = { SignatureVersion: '1', Signature: 'EXAMPLE' };

/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
const notification = ({ protocol }: Subscription, message: Message) => ({
  Type: 'Notification',
  MessageId: message.id,
  TopicArn: message.topicArn,
  ...(message.subject !== undefined && { Subject: message.subject }),
  Message: message.textFor(protocol),
  Timestamp: message.at,
  ...signature,
  SigningCertURL: 'EXAMPLE',
  UnsubscribeURL: 'EXAMPLE',
  ...(Object.keys(message.attributes).length > 0 && { MessageAttributes: message.attributes }),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
const lambdaEvent = ({ arn }: Subscription, message: Message) => ({
  Records: [
    {
      EventVersion: '1.0',
      EventSource: 'aws:sns',
      EventSubscriptionArn: arn,
      Sns: {
        Type: 'Notification',
        MessageId: message.id,
        TopicArn: message.topicArn,
        Subject: message.subject ?? null,
        Message: message.textFor('lambda'),
        Timestamp: message.at,
        ...signature,
        SigningCertUrl: 'EXAMPLE',
        UnsubscribeUrl: 'EXAMPLE',
        MessageAttributes: message.attributes,
      },
    },
  ],
});
