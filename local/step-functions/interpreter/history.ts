import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Clock } from '../../service.ts';

/** An event as GetExecutionHistory answers it, its time in milliseconds since the epoch. */
export type RecordedEvent = Omit<HistoryEvent, 'timestamp'> & { timestamp: number };

export type EventType = NonNullable<HistoryEvent['type']>;
export type EventDetails = Omit<HistoryEvent, 'type' | 'id' | 'previousEventId' | 'timestamp'>;

/** All events of one execution, in order. */
export class History {
  /**
   * @param events those that are there already
   * @param heard hears of every event that comes
   */
  constructor(
    readonly clock: Clock,
    readonly events: RecordedEvent[] = [],
    readonly heard: (event: RecordedEvent) => void = () => {},
  ) {}

  record(type: EventType, previousEventId: number, details: EventDetails = {}): number {
    const id = this.events.length + 1;
    const event = { timestamp: this.clock.now().getTime(), type, id, previousEventId, ...details };
    this.events.push(event);
    this.heard(event);
    return id;
  }
}

/** One line of events: each follows the one before it, and a branch starts where its Parallel or Map stood. */
export class Trail {
  constructor(
    readonly history: History,
    public last = 0,
  ) {}

  add(type: EventType, details?: EventDetails): number {
    this.last = this.history.record(type, this.last, details);
    return this.last;
  }

  fork(): Trail {
    return new Trail(this.history, this.last);
  }
}

/** `{ input, inputDetails }` as history shows data. */
export const inputData = (input: unknown) => ({
  input: JSON.stringify(input),
  inputDetails: { truncated: false },
});

export const outputData = (output: unknown) => ({
  output: JSON.stringify(output),
  outputDetails: { truncated: false },
});
