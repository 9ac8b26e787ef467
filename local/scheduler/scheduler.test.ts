import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ListTagsForResourceCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { functionArn, roleArn, startScheduler } from './test-scheduler.ts';

let test: Awaited<ReturnType<typeof startScheduler>>;
beforeEach(async () => {
  test = await startScheduler();
});
afterEach(() => test.close());

const minute = 60_000;
const daily: CreateScheduleCommandInput = {
  Name: 'daily',
  ScheduleExpression: 'cron(0 6 * * ? *)',
  ScheduleExpressionTimezone: 'Europe/Berlin',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: functionArn, RoleArn: roleArn, Input: '{"schedule":"daily"}' },
};
const create = (change: Partial<CreateScheduleCommandInput> = {}) =>
  test.client.send(new CreateScheduleCommand({ ...daily, ...change }));
const get = (Name = 'daily', GroupName?: string) =>
  test.client.send(new GetScheduleCommand({ Name, GroupName }));

describe('a schedule', () => {
  it('calls its function with its input at its moments', async () => {
    expect(await create()).toMatchObject({
      ScheduleArn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/daily',
    });
    await test.pass(2 * 60 * minute); // to 05:04 UTC; 06:00 in Berlin was 05:00
    expect(test.invoked).toEqual([{ arn: functionArn, event: { schedule: 'daily' } }]);
    await test.pass(48 * 60 * minute);
    expect(test.invoked).toHaveLength(3);
  });

  it('fills in what the input says of the moment', async () => {
    const Input = JSON.stringify({
      arn: '<aws.scheduler.schedule-arn>',
      at: '<aws.scheduler.scheduled-time>',
      id: '<aws.scheduler.execution-id>',
      attempt: '<aws.scheduler.attempt-number>',
    });
    await create({ Target: { Arn: functionArn, RoleArn: roleArn, Input } });
    await test.pass(120 * minute);
    const arn = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/daily';
    expect(test.invoked).toEqual([
      { arn: functionArn, event: { arn, at: '2026-01-02T05:00:00Z', id: 'id-1', attempt: '1' } },
    ]);
  });

  it('sends a notification of its own where there is no input', async () => {
    await create({ Target: { Arn: functionArn, RoleArn: roleArn } });
    await test.pass(120 * minute);
    expect(test.invoked).toMatchObject([
      { event: { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', detail: '{}' } },
    ]);
  });

  it('starts a state machine, or puts an event on the bus', async () => {
    const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:load';
    await create({ Name: 'machine', Target: { Arn: machine, RoleArn: roleArn, Input: '{"a":1}' } });
    const bus = 'arn:aws:events:us-east-1:000000000000:event-bus/default';
    const EventBridgeParameters = { DetailType: 'Time', Source: 'readout' };
    const Target = { Arn: bus, RoleArn: roleArn, Input: '{"b":2}', EventBridgeParameters };
    await create({ Name: 'event', Target });
    await test.pass(120 * minute);
    expect(test.started).toEqual([{ arn: machine, input: '{"a":1}' }]);
    expect(test.published).toMatchObject([{ source: 'readout', 'detail-type': 'Time', detail: { b: 2 } }]);
  });

  it('of a rate begins at once', async () => {
    await create({ ScheduleExpression: 'rate(1 minute)' });
    await test.pass(0);
    expect(test.invoked).toHaveLength(1);
    await test.pass(2 * minute);
    expect(test.invoked).toHaveLength(3);
  });

  it.each([
    ['NONE', 1],
    ['DELETE', 0],
  ] as const)('that has run once is kept or goes, as it says: %s', async (ActionAfterCompletion, left) => {
    await create({ ScheduleExpression: 'at(2026-01-02T05:00:00)', ActionAfterCompletion });
    await test.pass(120 * minute);
    expect(test.invoked).toHaveLength(1);
    expect((await test.client.send(new ListSchedulesCommand({}))).Schedules).toHaveLength(left);
  });

  it('does nothing while it is disabled, and when it is gone', async () => {
    await create({ State: 'DISABLED' });
    await create({ Name: 'gone' });
    await test.client.send(new DeleteScheduleCommand({ Name: 'gone' }));
    await test.pass(48 * 60 * minute);
    expect(test.invoked).toEqual([]);
  });

  it('changes whole: what an update leaves out is as by default', async () => {
    await create({ Description: 'each day', State: 'DISABLED' });
    const ScheduleExpression = 'cron(0 7 * * ? *)';
    await test.client.send(new UpdateScheduleCommand({ ...daily, ScheduleExpression }));
    const { $metadata: _call, ...changed } = await get();
    expect(changed).toEqual({
      Arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/daily',
      Name: 'daily',
      GroupName: 'default',
      ScheduleExpression,
      ScheduleExpressionTimezone: 'Europe/Berlin',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'NONE',
      Target: daily.Target,
      CreationDate: new Date('2026-01-02T03:04:05.000Z'),
      LastModificationDate: new Date('2026-01-02T03:04:05.000Z'),
    });
    await test.pass(120 * minute);
    expect(test.invoked).toEqual([]);
    await test.pass(60 * minute);
    expect(test.invoked).toHaveLength(1);
  });

  it('is made once by one client token', async () => {
    const made = await create({ ClientToken: 'a' });
    expect((await create({ ClientToken: 'a' })).ScheduleArn).toBe(made.ScheduleArn);
    await expect(create({ ClientToken: 'b' })).rejects.toMatchObject({ name: 'ConflictException' });
  });
});

describe('a target that fails', () => {
  const fail = async (Target: Partial<CreateScheduleCommandInput['Target']>, error: Error) => {
    await test.close();
    const invokeLambda = jest.fn(async () => {
      throw error;
    });
    test = await startScheduler({ invokeLambda });
    await create({ Target: { ...daily.Target, Arn: functionArn, RoleArn: roleArn, ...Target } });
    return invokeLambda;
  };
  const DeadLetterConfig = { Arn: 'arn:aws:sqs:us-east-1:000000000000:letters' };

  it('is called again as its policy says, and its payload ends in the dead-letter queue', async () => {
    const RetryPolicy = { MaximumRetryAttempts: 2 };
    const error = Object.assign(new Error('busy'), { name: 'TooManyRequestsException' });
    const invokeLambda = await fail({ RetryPolicy, DeadLetterConfig }, error);
    await test.pass(180 * minute);
    expect(invokeLambda).toHaveBeenCalledTimes(3);
    expect(test.letters).toMatchObject([
      {
        queue: DeadLetterConfig.Arn,
        body: '{"schedule":"daily"}',
        attributes: {
          TARGET_ARN: functionArn,
          SCHEDULED_TIME: '2026-01-02T05:00:00Z',
          ERROR_CODE: 'THROTTLING',
          ERROR_MESSAGE: 'busy',
          RETRY_ATTEMPTS: '2',
          EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
        },
      },
    ]);
  });

  it('that does not exist is not called again', async () => {
    const error = Object.assign(new Error('no such function'), { name: 'ResourceNotFoundException' });
    const invokeLambda = await fail({ DeadLetterConfig }, error);
    await test.pass(180 * minute);
    expect(invokeLambda).toHaveBeenCalledTimes(1);
    expect(test.letters).toMatchObject([{ attributes: { ERROR_CODE: 'NO_RESOURCE' } }]);
  });
});

describe('groups', () => {
  const named = (Name: string) => ({ Name });

  it('hold schedules, which go with them', async () => {
    await test.client.send(new CreateScheduleGroupCommand(named('reports')));
    await create({ GroupName: 'reports' });
    await create();
    const list = async (input: { GroupName?: string; NamePrefix?: string; MaxResults?: number }) =>
      (await test.client.send(new ListSchedulesCommand(input))).Schedules?.map(
        ({ GroupName, Name, Target }) => `${GroupName}/${Name} ${Target?.Arn}`,
      );
    expect(await list({})).toEqual([`default/daily ${functionArn}`, `reports/daily ${functionArn}`]);
    expect(await list({ GroupName: 'reports' })).toEqual([`reports/daily ${functionArn}`]);
    expect(await list({ NamePrefix: 'x' })).toEqual([]);
    expect(await list({ MaxResults: 1 })).toHaveLength(1);
    await test.client.send(new DeleteScheduleGroupCommand(named('reports')));
    await test.pass(120 * minute);
    expect(test.invoked).toHaveLength(1);
    await expect(get('daily', 'reports')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Schedule group reports does not exist.',
    });
  });

  it('are listed, and there is always the default one', async () => {
    await test.client.send(new CreateScheduleGroupCommand(named('reports')));
    const { ScheduleGroups } = await test.client.send(new ListScheduleGroupsCommand({}));
    expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['default', 'reports']);
    expect(await test.client.send(new GetScheduleGroupCommand(named('default')))).toMatchObject({
      Arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule-group/default',
      State: 'ACTIVE',
    });
    await expect(test.client.send(new DeleteScheduleGroupCommand(named('default')))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

describe('a second start', () => {
  it('goes on with what the API has made, and forgets what has lost its group', async () => {
    const { scheduler } = test;
    scheduler.createGroup('reports');
    await create({ GroupName: 'reports' });
    await create({
      Name: 'once',
      ScheduleExpression: 'at(2026-01-02T04:04:30)',
      ActionAfterCompletion: 'DELETE',
    });
    scheduler.createSchedule({ ...daily, Name: 'deployed' });
    const { stateDir } = test;
    await test.close({ keepState: true });

    test = await startScheduler({ stateDir });
    test.scheduler.createGroup('reports');
    test.scheduler.resume();
    await test.pass(120 * minute);
    expect(test.invoked).toHaveLength(2);
    expect((await test.client.send(new ListSchedulesCommand({}))).Schedules).toMatchObject([
      { Name: 'daily' },
    ]);
    await test.close({ keepState: true });

    test = await startScheduler({ stateDir });
    test.scheduler.resume();
    await test.pass(120 * minute);
    expect(test.invoked).toEqual([]);
    expect((await test.client.send(new ListSchedulesCommand({}))).Schedules).toEqual([]);
  });
});

describe('what is not emulated is named', () => {
  const target = { Arn: functionArn, RoleArn: roleArn };
  it.each<[string, Partial<CreateScheduleCommandInput>]>([
    [
      'the schedule target arn:aws:sqs:us-east-1:000000000000:q',
      { Target: { ...target, Arn: 'arn:aws:sqs:us-east-1:000000000000:q' } },
    ],
    [
      'a FlexibleTimeWindow other than OFF',
      { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } },
    ],
    ['the member Target.SqsParameters of a schedule', { Target: { ...target, SqsParameters: {} } }],
    ['the member KmsKeyArn of a schedule', { KmsKeyArn: 'arn:aws:kms:us-east-1:000000000000:key/k' }],
  ])('%s', async (what, change) => {
    await expect(create(change)).rejects.toMatchObject({
      name: 'NotEmulated',
      message: `not emulated: ${what}`,
    });
  });

  it('an operation', async () => {
    const tags = new ListTagsForResourceCommand({
      ResourceArn: 'arn:aws:scheduler:us-east-1:0:schedule-group/g',
    });
    await expect(test.client.send(tags)).rejects.toMatchObject({ name: 'NotEmulated' });
  });
});

it.each<[string, Partial<CreateScheduleCommandInput>]>([
  ['Invalid Schedule Expression cron(0 6).', { ScheduleExpression: 'cron(0 6)' }],
  ['Invalid ScheduleExpressionTimezone Mars.', { ScheduleExpressionTimezone: 'Mars' }],
  [
    `Invalid target input: the target ${functionArn} takes JSON.`,
    { Target: { Arn: functionArn, RoleArn: roleArn, Input: '{' } },
  ],
  ['EndDate must be after StartDate.', { StartDate: new Date(2000), EndDate: new Date(1000) }],
])('refuses in words: %s', async (message, change) => {
  await expect(create(change)).rejects.toMatchObject({ name: 'ValidationException', message });
});
