import {
  type CreateScheduleCommandInput,
  type SchedulerClient,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { InvalidInput } from '../errors.ts';
import { putTimer, removeTimer } from './put-timer.ts';
import type { ScheduleKey, ScheduleRecord } from './schedule-record.ts';

export interface TimersDeps {
  scheduler: SchedulerClient;
  /** The stack's schedule group. */
  group: string;
  /** The function that runs a schedule, and the role that may call it. */
  targetArn: string;
  roleArn: string;
  /** For calls that did not arrive. */
  deadLetterArn: string;
}

/** What EventBridge Scheduler tells the function at each moment. */
export interface ScheduleCall extends ScheduleKey {
  /** The moment that was meant, however late the call comes; the same for every try. */
  moment: string;
}

/** What calls at the moments of each schedule: one in EventBridge Scheduler for each, of the same id. */
export class Timers {
  constructor(private readonly deps: TimersDeps) {}

  /** Makes or changes a schedule's timer. Throws InvalidInput for an expression or a time zone that is none. */
  async put(record: ScheduleRecord): Promise<void> {
    const timer = this.timerOf(record);
    try {
      await putTimer(this.deps.scheduler, timer);
    } catch (error) {
      if (!(error instanceof ValidationException)) throw error;
      throw new InvalidInput('expression', `expression: ${error.message}`);
    }
  }

  /** One that is not there is no error. */
  async remove({ id }: Pick<ScheduleKey, 'id'>): Promise<void> {
    const { scheduler, group } = this.deps;
    await removeTimer(scheduler, { GroupName: group, Name: id });
  }

  private timerOf({ id, owner, expression, timeZone, enabled }: ScheduleRecord): CreateScheduleCommandInput {
    const { group, targetArn, roleArn, deadLetterArn } = this.deps;
    const call: ScheduleCall = { owner, id, moment: '<aws.scheduler.scheduled-time>' };
    return {
      Name: id,
      GroupName: group,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: timeZone,
      State: enabled ? 'ENABLED' : 'DISABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: targetArn,
        RoleArn: roleArn,
        Input: JSON.stringify(call),
        DeadLetterConfig: { Arn: deadLetterArn },
      },
    };
  }
}
