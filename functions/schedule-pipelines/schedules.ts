import {
  type CreateScheduleCommandInput,
  paginateListSchedules,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Pipeline, PipelineSchedule } from '@readout/runtime/contracts.ts';
import { putTimer, removeTimer } from '@readout/runtime/schedules/put-timer.ts';

interface Deps {
  scheduler: SchedulerClient;
  /** The group that holds this stack's schedules of pipelines and nothing else. */
  group: string;
  /** The function that starts pipelines, and the role with which the scheduler invokes it. */
  target: { functionArn: string; roleArn: string };
  /** Where a start goes that could not be delivered. */
  deadLetterArn: string;
}

/** Schedules in EventBridge Scheduler: that of a pipeline is `<pipeline>.<number>`. */
export interface Schedules {
  /** The names of those that there are, of one pipeline or of all. */
  names(pipeline?: string): Promise<string[]>;
  /** Makes those of a pipeline what its file says; answers their names. */
  put(pipeline: Pick<Pipeline, 'id' | 'schedule'>): Promise<string[]>;
  /** One that is gone is as good. */
  remove(name: string): Promise<void>;
}

/** What the scheduler fills in when it invokes the target: the same for every try of one time. */
const EXECUTION = '<aws.scheduler.execution-id>';

export const schedulesIn = (deps: Deps): Schedules => {
  const { scheduler, group } = deps;
  return {
    names: async (pipeline) => {
      const filter = { GroupName: group, ...(pipeline !== undefined && { NamePrefix: `${pipeline}.` }) };
      const names: string[] = [];
      for await (const { Schedules = [] } of paginateListSchedules({ client: scheduler }, filter))
        names.push(...Schedules.flatMap(({ Name }) => Name ?? []));
      return names;
    },
    put: async ({ id, schedule = [] }) => {
      const wanted = schedule.map((one, index) => inputOf(deps, id, index, one));
      for (const input of wanted) await putTimer(scheduler, input);
      return wanted.map(({ Name = '' }) => Name);
    },
    remove: (Name) => removeTimer(scheduler, { GroupName: group, Name }),
  };
};

function inputOf(
  { group, target, deadLetterArn }: Deps,
  pipeline: string,
  index: number,
  { cron, timeZone, inputs }: PipelineSchedule,
): CreateScheduleCommandInput {
  return {
    GroupName: group,
    Name: `${pipeline}.${index + 1}`,
    ScheduleExpression: cron,
    ScheduleExpressionTimezone: timeZone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: target.functionArn,
      RoleArn: target.roleArn,
      Input: JSON.stringify({ schedule: { pipeline, cron, timeZone, inputs }, execution: EXECUTION }),
      RetryPolicy: { MaximumRetryAttempts: 20, MaximumEventAgeInSeconds: 3600 },
      DeadLetterConfig: { Arn: deadLetterArn },
    },
  };
}
