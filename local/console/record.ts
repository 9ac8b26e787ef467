import type { Passage } from '../event-bridge/delivery/deliver.ts';
import type { Clock, Service } from '../service.ts';
import { isConsole } from './console.ts';
import type { Delivery, QueuedLetter } from './contracts.ts';
import { createPulse, type Pulse } from './pulse.ts';

/** What no API tells afterwards, the latest first, and word of everything that happens. */
export interface ConsoleRecord {
  pulse: Pulse;
  deliveries: readonly Delivery[];
  deadLetters: readonly QueuedLetter[];
  delivered(passage: Passage): void;
  queued(queueArn: string, body: string, attributes: Record<string, string>): void;
  /** The service, whose every request is heard of but the console's own: those only look. */
  watched(service: Service): Service;
}

/** How many of each are kept. */
const MOST = 500;

export const createConsoleRecord = (clock: Clock): ConsoleRecord => {
  const pulse = createPulse();
  const deliveries: Delivery[] = [];
  const deadLetters: QueuedLetter[] = [];
  const keep = <Item>(items: Item[], item: Item): void => {
    items.unshift(item);
    items.length = Math.min(items.length, MOST);
    pulse.beat();
  };
  const at = (): string => clock.now().toISOString();
  return {
    pulse,
    deliveries,
    deadLetters,
    delivered: ({ targetArn, error, ...passage }) =>
      keep(deliveries, { at: at(), target: nameOf(targetArn), error: error?.message, ...passage }),
    queued: (queueArn, body, attributes) =>
      keep(deadLetters, { at: at(), queue: nameOf(queueArn), body, attributes }),
    watched: (service) => ({
      ...service,
      handle: async (request) => {
        const response = await service.handle(request);
        if (service.name !== 'console' && !isConsole(request)) pulse.beat();
        return response;
      },
    }),
  };
};

/** What an ARN ends with. */
const nameOf = (arn: string): string => arn.split(':').at(-1) ?? arn;
