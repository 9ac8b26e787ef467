import { createHash } from 'node:crypto';
import { ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { type MessageAttributes, md5OfAttributes } from './message-attributes.ts';
import type { QueueAttributes } from './queue-attributes.ts';

export interface Message {
  id: string;
  body: string;
  attributes: MessageAttributes;
  senderId: string;
  sentAt: number;
  visibleAt: number;
  receiveCount: number;
  firstReceivedAt?: number;
}

export interface SentMessage {
  MessageId: string;
  MD5OfMessageBody: string;
  MD5OfMessageAttributes?: string;
}

export interface ReceivedMessage {
  message: Message;
  receiptHandle: string;
}

/** A standard queue in memory. All times are milliseconds since 1970. */
export class Queue {
  readonly #messages = new Map<string, Message>();
  readonly #receipts = new Map<string, Message>();
  #wake: (() => void)[] = [];
  readonly createdAt: number;

  constructor(
    readonly name: string,
    readonly arn: string,
    public attributes: QueueAttributes,
    readonly clock: Clock,
    readonly newId: () => string,
  ) {
    this.createdAt = this.#now();
  }

  send(body: string, attributes: MessageAttributes, senderId: string, delaySeconds?: number): SentMessage {
    if (body === '')
      throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
    if (Buffer.byteLength(body) > this.attributes.MaximumMessageSize)
      throw new ServiceError(
        'InvalidParameterValue',
        `One or more parameters are invalid. Reason: Message must be shorter than ${this.attributes.MaximumMessageSize} bytes.`,
      );
    const digest = md5OfAttributes(attributes);
    const id = this.newId();
    const sentAt = this.#now();
    const visibleAt = sentAt + (delaySeconds ?? this.attributes.DelaySeconds) * 1000;
    this.#messages.set(id, { id, body, attributes, senderId, sentAt, visibleAt, receiveCount: 0 });
    this.wake();
    return { MessageId: id, MD5OfMessageBody: md5(body), MD5OfMessageAttributes: digest };
  }

  /** Takes up to `maximum` visible messages and hides them for `visibilitySeconds`. */
  receive(maximum: number, visibilitySeconds = this.attributes.VisibilityTimeout): ReceivedMessage[] {
    const now = this.#now();
    const visible = this.#kept().filter(({ visibleAt }) => visibleAt <= now);
    return visible.slice(0, maximum).map((message) => {
      message.visibleAt = now + visibilitySeconds * 1000;
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      const receiptHandle = this.newId();
      this.#receipts.set(receiptHandle, message);
      return { message, receiptHandle };
    });
  }

  /** Ends when a message may have become visible, or after `ms`. */
  async waitForMessage(ms: number): Promise<void> {
    const next = Math.min(...this.#kept().map(({ visibleAt }) => Math.max(0, visibleAt - this.#now()))); // none: Infinity
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake.push(resolve);
      timer = setTimeout(resolve, Math.min(ms, next));
    });
    clearTimeout(timer);
  }

  /** Lets every waiting receiver look again. */
  wake(): void {
    for (const resolve of this.#wake.splice(0)) resolve();
  }

  /** Throws ReceiptHandleIsInvalid. */
  delete(receiptHandle: string): void {
    this.#messages.delete(this.#received(receiptHandle).id);
    this.#receipts.delete(receiptHandle);
  }

  /** Throws ReceiptHandleIsInvalid, and InvalidParameterValue for a message that is deleted or visible again. */
  changeVisibility(receiptHandle: string, seconds: number): void {
    const message = this.#received(receiptHandle);
    if (!this.#messages.has(message.id) || message.visibleAt <= this.#now())
      throw new ServiceError('MessageNotInflight', 'The specified message is not in flight.');
    message.visibleAt = this.#now() + seconds * 1000;
    if (seconds === 0) this.wake();
  }

  purge(): void {
    this.#messages.clear();
    this.#receipts.clear();
  }

  count(): { visible: number; hidden: number; delayed: number } {
    const later = this.#kept().filter(({ visibleAt }) => visibleAt > this.#now());
    const hidden = later.filter(({ receiveCount }) => receiveCount > 0).length;
    return { visible: this.#kept().length - later.length, hidden, delayed: later.length - hidden };
  }

  /** Messages within their retention period, oldest first. */
  #kept(): Message[] {
    const oldest = this.#now() - this.attributes.MessageRetentionPeriod * 1000;
    for (const { id, sentAt } of this.#messages.values()) if (sentAt < oldest) this.#messages.delete(id);
    return [...this.#messages.values()];
  }

  #received(receiptHandle: string): Message {
    const message = this.#receipts.get(receiptHandle);
    if (!message)
      throw new ServiceError(
        'ReceiptHandleIsInvalid',
        `The input receipt handle "${receiptHandle}" is not valid.`,
      );
    return message;
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
