import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { keepingLog } from '@readout/runtime/testing/examples.ts';
import { PIPELINE, pipelineObjects } from '@readout/runtime/testing/pipelines.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { onSave, scheduleAll, unscheduleAll } from './schedule-pipelines.ts';
import { schedulesIn } from './schedules.ts';

/** EventBridge Scheduler, at the seam of the SDK's client: what is kept, by name. */
const kept = new Map<string, { ScheduleExpression: string; Target: { Input: string } }>();
beforeEach(() => kept.clear());

const named = (name: string): Error => Object.assign(new Error(name), { name });
const scheduler = Object.assign(new SchedulerClient({ region: 'us-east-1' }), {
  // biome-ignore lint/suspicious/noExplicitAny: each answer knows its own command
  send: async ({ constructor: command, input }: any) => {
    const { Name, NamePrefix = '' } = input;
    switch (command.name) {
      case 'CreateScheduleCommand':
        if (kept.has(Name)) throw named('ConflictException');
        return void kept.set(Name, input);
      case 'UpdateScheduleCommand':
        return void kept.set(Name, input);
      case 'DeleteScheduleCommand':
        if (!kept.delete(Name)) throw named('ResourceNotFoundException');
        return undefined;
      default:
        return {
          Schedules: [...kept.keys()]
            .filter((one) => one.startsWith(NamePrefix))
            .map((one) => ({ Name: one })),
        };
    }
  },
});

const one = (cron: string): string =>
  `{ cron: ${cron}, time-zone: Europe/Berlin, inputs: { day: yesterday } }`;
const withSchedule = (list: string, id = 'sales') =>
  pipelineObjects({ ...PIPELINE, 'pipeline.yaml': `${PIPELINE['pipeline.yaml']}schedule: [${list}]\n` }, id);
const deps = (objects: Record<string, string>) => ({
  folders: pipelinesIn(testBuckets(objects).client, 'templates'),
  schedules: schedulesIn({
    scheduler: scheduler as never,
    group: 'readout',
    target: { functionArn: 'arn:start-pipeline', roleArn: 'arn:role' },
    deadLetterArn: 'arn:letters',
  }),
  log: keepingLog(),
});
const save = (objects: Record<string, string>) =>
  onSave(deps(objects))(sampleEvent('schedule-pipelines/saved'));
const crons = () => [...kept].map(([name, { ScheduleExpression }]) => [name, ScheduleExpression]);

it('makes a schedule for each that the saved file names', async () => {
  await save(withSchedule(one('cron(0 6 * * ? *)')));
  expect([...kept.values()]).toEqual([
    {
      GroupName: 'readout',
      Name: 'sales.1',
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: expect.objectContaining({
        Arn: 'arn:start-pipeline',
        RoleArn: 'arn:role',
        DeadLetterConfig: { Arn: 'arn:letters' },
      }),
    },
  ]);
  expect(JSON.parse(kept.get('sales.1')?.Target.Input ?? '')).toEqual({
    schedule: {
      pipeline: 'sales',
      cron: 'cron(0 6 * * ? *)',
      timeZone: 'Europe/Berlin',
      inputs: { day: 'yesterday' },
    },
    execution: '<aws.scheduler.execution-id>',
  });
});

it('changes, adds and takes away as the file does', async () => {
  await save(withSchedule(`${one('cron(0 6 * * ? *)')}, ${one('cron(0 7 * * ? *)')}`));
  await save(withSchedule(one('cron(0 8 * * ? *)')));
  expect(crons()).toEqual([['sales.1', 'cron(0 8 * * ? *)']]);
  await save(pipelineObjects());
  expect(crons()).toEqual([]);
});

it('takes away those of a pipeline that is gone, and of no other', async () => {
  await save(withSchedule(one('cron(0 6 * * ? *)')));
  await scheduleAll(deps(withSchedule(one('cron(0 6 * * ? *)'), 'sales-more')));
  expect(crons()).toEqual([['sales-more.1', 'cron(0 6 * * ? *)']]);
  await save({});
  expect(crons()).toHaveLength(1);
});

it('leaves those of a broken file as they are', async () => {
  await save(withSchedule(one('cron(0 6 * * ? *)')));
  await save({ ...withSchedule(''), 'templates/pipelines/sales/pipeline.yaml': 'title: [' });
  expect(crons()).toHaveLength(1);
});

it('takes all away with the stack', async () => {
  await scheduleAll(
    deps({ ...withSchedule(one('cron(0 6 * * ? *)')), ...withSchedule(one('cron(0 7 * * ? *)'), 'x') }),
  );
  expect(crons()).toHaveLength(2);
  await unscheduleAll(deps({}));
  expect(crons()).toEqual([]);
});
