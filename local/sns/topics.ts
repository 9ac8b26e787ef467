import { ServiceError } from '../protocol/service-error.ts';

/** The protocols whose subscriptions get messages here. */
export const protocols = ['email', 'email-json', 'lambda', 'sqs'] as const;

export interface Subscription {
  arn: string;
  protocol: (typeof protocols)[number];
  /** An address, or the ARN of a function or a queue. */
  endpoint: string;
}

export interface Topic {
  arn: string;
  /** Begins the subject of a mail that has none. */
  displayName?: string;
  subscriptions: Subscription[];
}

/** The topics of the template, by ARN. */
export class Topics {
  readonly #topics = new Map<string, Topic>();

  add(topic: Topic): void {
    this.#topics.set(topic.arn, topic);
  }

  all(): Topic[] {
    return [...this.#topics.values()];
  }

  /** @throws ServiceError NotFound */
  get(arn: string): Topic {
    const topic = this.#topics.get(arn);
    if (!topic) throw new ServiceError('NotFound', 'Topic does not exist', 404);
    return topic;
  }
}
