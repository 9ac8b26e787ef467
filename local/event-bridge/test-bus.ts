import { createEventBridge, type EventBridgeOptions } from './event-bridge.ts';

export const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:notify';
export const queueArn = 'arn:aws:sqs:us-east-1:000000000000:dead-letters';
export const start = new Date('2026-01-02T03:04:05.678Z');

/** For tests: an EventBridge whose time passes only while it waits, and what it delivered. */
export const startBus = (change: Partial<EventBridgeOptions> = {}) => {
  let now = start.getTime();
  let ids = 0;
  const delivered: unknown[] = [];
  const messages: { queueArn: string; body: unknown; attributes: Record<string, string> }[] = [];
  const waits: number[] = [];
  const eventBridge = createEventBridge({
    clock: { now: () => new Date(now) },
    newId: () => `event-${++ids}`,
    account: '000000000000',
    region: 'us-east-1',
    invokeLambda: async (_arn, event) => void delivered.push(event),
    sendMessage: (queue, body, attributes) =>
      void messages.push({ queueArn: queue, body: JSON.parse(body), attributes }),
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    random: () => 1,
    ...change,
  });
  return { eventBridge, delivered, messages, waits };
};

/** For tests: lets deliveries that wait for nothing real come to their end. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
};

export const event = {
  version: '0',
  id: 'e1',
  'detail-type': 'Done',
  source: 'readout.test',
  account: '000000000000',
  time: '2026-01-02T03:04:05Z',
  region: 'us-east-1',
  resources: ['arn:r'],
  detail: { state: 'FINISHED', rows: 12, name: 'a "quoted" name' },
};
