import { ServiceError } from '../protocol/service-error.ts';
import type { Queue } from './queue.ts';

/** The queues of one account and region, found by name, URL or ARN. */
export class Queues {
  readonly #queues = new Map<string, Queue>();

  /** @param prefix of every queue's URL; read late, because a free port is known late */
  constructor(readonly prefix: () => string) {}

  add(queue: Queue): void {
    this.#queues.set(queue.name, queue);
  }

  all(): Queue[] {
    return [...this.#queues.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  urlOf({ name }: Queue): string {
    return `${this.prefix()}/${name}`;
  }

  find(name: string): Queue | undefined {
    return this.#queues.get(name);
  }

  /** Throws QueueDoesNotExist. */
  named(name: string): Queue {
    const queue = this.find(name);
    if (!queue) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }

  /** Throws QueueDoesNotExist. */
  at(url = ''): Queue {
    return this.named(url.slice(url.lastIndexOf('/') + 1));
  }

  /** Throws QueueDoesNotExist. */
  withArn(arn: string): Queue {
    return this.named(this.all().find((queue) => queue.arn === arn)?.name ?? '');
  }
}
