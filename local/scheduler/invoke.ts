import { backoff } from '../event-bridge/delivery/backoff.ts';
import { errorCode, isHopeless } from '../event-bridge/delivery/dead-letter.ts';
import type { Couriers } from '../event-bridge/delivery/deliver.ts';
import { type BusEvent, eventTime } from '../event-bridge/event.ts';
import { type Schedule, serviceOf } from './schedule.ts';

/** What schedules are carried out with: EventBridge's couriers, and a bus for what goes there. */
export interface SchedulerCouriers extends Couriers {
  startExecution(stateMachineArn: string, input: string): Promise<unknown>;
  publish(event: BusEvent): void;
  newId(): string;
  account: string;
  region: string;
}

/** One moment of one schedule; the id is the same for every try. */
interface Call {
  schedule: Schedule;
  moment: Date;
  executionId: string;
}

/** Of EventBridge Scheduler: 24 hours and 185 retries. */
const defaults = { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 };

/** Calls a schedule's target, again as its policy says, and at last puts the payload into its dead-letter queue. */
export const invokeTarget = async (
  couriers: SchedulerCouriers,
  schedule: Schedule,
  moment: Date,
  signal: AbortSignal,
): Promise<void> => {
  const call = { schedule, moment, executionId: couriers.newId() };
  const { Target } = schedule;
  const policy = { ...defaults, ...Target.RetryPolicy };
  const began = couriers.clock.now().getTime();
  for (let retries = 0; ; retries += 1) {
    const payload = payloadOf(call, couriers, retries);
    try {
      await send(couriers, call, payload);
      return tell(couriers, call, 'delivered', retries);
    } catch (thrown) {
      const error = thrown as Error;
      const delay = backoff(retries, couriers.random);
      const late = couriers.clock.now().getTime() + delay - began > policy.MaximumEventAgeInSeconds * 1000;
      const exhausted =
        retries >= policy.MaximumRetryAttempts ? 'MaximumRetryAttempts' : late && 'MaximumEventAgeInSeconds';
      if (isHopeless(error) || exhausted) {
        const queue = Target.DeadLetterConfig?.Arn;
        const attributes = {
          ...letterOf(call, error, retries),
          ...(exhausted && { EXHAUSTED_RETRY_CONDITION: exhausted }),
        };
        if (queue) await couriers.sendMessage(queue, payload, attributes);
        return tell(couriers, call, queue ? 'dead letter' : 'dropped', retries, error);
      }
      tell(couriers, call, 'failed', retries, error);
      await couriers.sleep(delay, signal);
    }
  }
};

const send = async (couriers: SchedulerCouriers, { schedule }: Call, payload: string): Promise<void> => {
  const { Arn, EventBridgeParameters: as } = schedule.Target;
  const service = serviceOf(Arn);
  if (service === 'lambda') return couriers.invokeLambda(Arn, JSON.parse(payload));
  if (service === 'states') return void (await couriers.startExecution(Arn, payload));
  couriers.publish({
    version: '0',
    id: couriers.newId(),
    'detail-type': as?.DetailType ?? '',
    source: as?.Source ?? '',
    account: couriers.account,
    time: eventTime(couriers.clock.now()),
    region: couriers.region,
    resources: [schedule.arn],
    detail: JSON.parse(payload),
  });
};

/**
 * The input with its context attributes, or Scheduler's own notification where there is none.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
const payloadOf = (call: Call, couriers: SchedulerCouriers, retries: number): string => {
  const { schedule, moment, executionId } = call;
  const { Input } = schedule.Target;
  if (Input === undefined) return JSON.stringify({ ...notification(call, couriers), detail: '{}' });
  const values: Record<string, string> = {
    'schedule-arn': schedule.arn,
    'scheduled-time': eventTime(moment),
    'execution-id': executionId,
    'attempt-number': String(retries + 1),
  };
  return Input.replace(/<aws\.scheduler\.([\w-]+)>/g, (whole, name: string) => values[name] ?? whole);
};

const notification = ({ schedule, moment, executionId }: Call, couriers: SchedulerCouriers): BusEvent => ({
  version: '0',
  id: executionId,
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: couriers.account,
  time: eventTime(moment),
  region: couriers.region,
  resources: [schedule.arn],
  detail: {},
});

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html */
const letterOf = (
  { schedule, moment, executionId }: Call,
  error: Error,
  retries: number,
): Record<string, string> => ({
  SCHEDULE_ARN: schedule.arn,
  TARGET_ARN: schedule.Target.Arn,
  SCHEDULED_TIME: eventTime(moment),
  EXECUTION_ID: executionId,
  ERROR_CODE: errorCode(error),
  ERROR_MESSAGE: error.message,
  RETRY_ATTEMPTS: String(retries),
});

const tell = (
  couriers: SchedulerCouriers,
  call: Call,
  outcome: 'delivered' | 'failed' | 'dead letter' | 'dropped',
  retries: number,
  error?: Error,
): void =>
  couriers.tell?.({
    rule: `${call.schedule.GroupName}/${call.schedule.Name}`,
    targetArn: call.schedule.Target.Arn,
    event: notification(call, couriers),
    outcome,
    retries,
    ...(error && { error }),
  });
