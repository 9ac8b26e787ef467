/** An event on the default bus. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export interface BusEvent {
  version: string;
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** ISO 8601, to the second. */
  time: string;
  region: string;
  resources: string[];
  detail: object;
}

/** A moment as events write it. */
export const eventTime = (moment: Date): string => moment.toISOString().replace(/\.\d+Z$/, 'Z');
