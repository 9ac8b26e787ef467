import { awsJson, type JsonOperation } from '../protocol/aws-json.ts';
import type { Service } from '../service.ts';
import { Bus } from './bus.ts';
import type { Couriers } from './delivery/deliver.ts';
import { type BusEvent, eventTime } from './event.ts';
import type { Context } from './operations/context.ts';
import { operations } from './operations/index.ts';
import { type NewRule, type Rule, Rules } from './rules.ts';
import { Scheduler } from './scheduler.ts';
import { realSleep, type Sleep } from './sleep.ts';

export interface EventBridgeOptions extends Omit<Couriers, 'sleep' | 'random'> {
  newId(): string;
  account: string;
  region: string;
  /** Passes the time between retries and until a schedule's next moment. */
  sleep?: Sleep;
  random?(): number;
}

/** Amazon EventBridge's default bus. Rules live as long as the process: a deployment makes them anew. */
export interface EventBridge extends Service {
  /** Creates a rule, or replaces the one of that name. */
  createRule(rule: NewRule): Promise<{ arn: string }>;
  /** Puts a service's own event on the bus. Returns at once; deliveries go on by themselves. */
  publish(event: BusEvent): void;
  close(): Promise<void>;
}

export const createEventBridge = (options: EventBridgeOptions): EventBridge => {
  const { clock, newId, account, region, sleep = realSleep, random = Math.random } = options;
  const rules = new Rules({ account, region });
  const bus = new Bus(rules, { ...options, sleep, random });
  const scheduler = new Scheduler({
    clock,
    sleep,
    fire: ({ name, arn }, moment) => {
      const rule = rules.find(name);
      if (rule?.state === 'ENABLED') bus.send(rule, scheduledEvent(moment, arn, options));
    },
  });
  const putRule = (given: NewRule): Rule => {
    const rule = rules.put(given);
    scheduler.watch(rule);
    return rule;
  };
  const context: Context = { rules, bus, putRule, clock, newId, account, region };
  const handlers = Object.entries(operations).map(([name, operation]) => [
    name,
    operation(context) as JsonOperation,
  ]);
  return {
    name: 'events',
    handle: awsJson({ version: '1.1', operations: Object.fromEntries(handlers) }),
    createRule: async (given) => ({ arn: putRule(given).arn }),
    publish: (event) => bus.publish(event),
    close: async () => {
      scheduler.stop();
      await bus.close();
    },
  };
};

const scheduledEvent = (
  moment: Date,
  ruleArn: string,
  { newId, account, region }: Pick<EventBridgeOptions, 'newId' | 'account' | 'region'>,
): BusEvent => ({
  version: '0',
  id: newId(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account,
  time: eventTime(moment),
  region,
  resources: [ruleArn],
  detail: {},
});
