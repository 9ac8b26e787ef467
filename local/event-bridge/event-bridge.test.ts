import {
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { event, functionArn, settle, startBus } from './test-bus.ts';

let server: TestServer;
let client: EventBridgeClient;
let bus: ReturnType<typeof startBus>;

const start = async (change: Parameters<typeof startBus>[0] = {}) => {
  bus = startBus(change);
  server = await serve(bus.eventBridge);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new EventBridgeClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
};

afterEach(async () => {
  client.destroy();
  await server.close();
});

const entry: PutEventsRequestEntry = { Source: 'readout.test', DetailType: 'Done', Detail: '{"rows":1}' };
const putRule = (more: object = {}) =>
  client.send(new PutRuleCommand({ Name: 'rule', EventPattern: '{"source":["readout.test"]}', ...more }));
const putTarget = () =>
  client.send(new PutTargetsCommand({ Rule: 'rule', Targets: [{ Id: 'a', Arn: functionArn }] }));

describe('events', () => {
  it('reach the targets of a rule that hears them', async () => {
    await start();
    await putRule();
    await putTarget();
    const Time = new Date('2026-01-01T00:00:00Z');
    const answer = await client.send(
      new PutEventsCommand({
        Entries: [
          { ...entry, Time, Resources: ['arn:r'] },
          { ...entry, Source: 'other' },
        ],
      }),
    );
    expect(answer).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: 'event-1' }, { EventId: 'event-2' }],
    });
    await settle();
    expect(bus.delivered).toEqual([
      {
        version: '0',
        id: 'event-1',
        'detail-type': 'Done',
        source: 'readout.test',
        account: '000000000000',
        time: '2026-01-01T00:00:00Z',
        region: 'us-east-1',
        resources: ['arn:r'],
        detail: { rows: 1 },
      },
    ]);
  });

  it.each([
    ['no source', { ...entry, Source: undefined }, 'InvalidArgument'],
    ['a source of AWS', { ...entry, Source: 'aws.redshift-data' }, 'NotAuthorizedForSourceException'],
    ['a detail that is no object', { ...entry, Detail: '[1]' }, 'MalformedDetail'],
    ['another bus', { ...entry, EventBusName: 'mine' }, 'NotEmulated'],
  ])('are refused one by one: %s', async (_name, bad, ErrorCode) => {
    await start();
    const answer = await client.send(new PutEventsCommand({ Entries: [bad, entry] }));
    expect(answer).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode }, { EventId: 'event-1' }] });
  });

  it.each([
    ['more than 10', Array(11).fill(entry)],
    ['more than 256 KB', [{ ...entry, Detail: JSON.stringify({ text: 'x'.repeat(262_144) }) }]],
  ])('are refused together: %s', async (_name, Entries) => {
    await start();
    const put = client.send(new PutEventsCommand({ Entries }));
    await expect(put).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('rules', () => {
  it('are shown as they were put', async () => {
    await start();
    const { RuleArn } = await putRule({ Description: 'all of them' });
    await putTarget();
    const RetryPolicy = { MaximumRetryAttempts: 3 };
    const replaced = {
      Id: 'a',
      Arn: functionArn,
      Input: '{}',
      RetryPolicy,
      DeadLetterConfig: { Arn: 'arn:q' },
    };
    await client.send(new PutTargetsCommand({ Rule: 'rule', Targets: [replaced] }));
    expect(await client.send(new DescribeRuleCommand({ Name: 'rule' }))).toMatchObject({
      Arn: RuleArn,
      Description: 'all of them',
      EventPattern: '{"source":["readout.test"]}',
      State: 'ENABLED',
    });
    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'rule' }));
    expect(Targets).toEqual([replaced]);
    const list = (more: object) => client.send(new ListRulesCommand(more));
    expect((await list({ NamePrefix: 'ru' })).Rules).toHaveLength(1);
    expect((await list({ NamePrefix: 'x' })).Rules).toEqual([]);
    await expect(list({ NextToken: 'made up' })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are turned off and on, and keep their targets when put again', async () => {
    await start();
    await putRule();
    await putTarget();
    await client.send(new DisableRuleCommand({ Name: 'rule' }));
    await client.send(new PutEventsCommand({ Entries: [entry] }));
    await settle();
    expect(bus.delivered).toEqual([]);
    await client.send(new EnableRuleCommand({ Name: 'rule' }));
    await putRule({ EventPattern: '{"detail-type":["Done"]}' });
    await client.send(new PutEventsCommand({ Entries: [entry] }));
    await settle();
    expect(bus.delivered).toHaveLength(1);
  });

  it('test an event against a pattern', async () => {
    await start();
    const test = (EventPattern: string, given: object = event) =>
      client.send(new TestEventPatternCommand({ EventPattern, Event: JSON.stringify(given) }));
    expect((await test('{"detail":{"state":["FINISHED"]}}')).Result).toBe(true);
    expect((await test('{"detail":{"state":["FAILED"]}}')).Result).toBe(false);
    await expect(test('{')).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
    await expect(test('{"a":[1]}', {})).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it.each([
    ['neither a pattern nor a schedule', { EventPattern: undefined }, 'ValidationException'],
    [
      'a matcher that is not emulated',
      { EventPattern: '{"a":[{"cidr":"10.0.0.0/8"}]}' },
      'InvalidEventPatternException',
    ],
    ['another bus', { EventBusName: 'mine' }, 'NotEmulated'],
    ['a member that is not emulated', { Tags: [{ Key: 'a', Value: 'b' }] }, 'NotEmulated'],
  ])('are refused with %s', async (_name, more, name) => {
    await start();
    await expect(putRule(more)).rejects.toMatchObject({ name });
  });

  it('refuse a target and an operation that are not emulated, by name', async () => {
    await start();
    await putRule();
    const topic = { Id: 'a', Arn: 'arn:aws:sns:us-east-1:000000000000:topic' };
    await expect(client.send(new PutTargetsCommand({ Rule: 'rule', Targets: [topic] }))).rejects.toThrow(
      'not emulated: the event target arn:aws:sns:us-east-1:000000000000:topic',
    );
    await expect(client.send(new RemoveTargetsCommand({ Rule: 'rule', Ids: ['a'] }))).rejects.toThrow(
      'not emulated: AWSEvents.RemoveTargets',
    );
    await expect(client.send(new DescribeRuleCommand({ Name: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

it('does not make up for the moments that a sleeping machine missed', async () => {
  let now = Date.parse('2026-01-02T03:04:05Z');
  const waits: { ms: number; pass(): void }[] = [];
  const sleep = (ms: number) => new Promise<void>((pass) => waits.push({ ms, pass }));
  await start({ sleep, clock: { now: () => new Date(now) } });
  await bus.eventBridge.createRule({
    name: 'reconcile',
    state: 'ENABLED',
    scheduleExpression: 'rate(1 minute)',
    targets: [{ id: 'a', arn: functionArn }],
  });
  now += 3 * 3_600_000 + 500;
  waits[0]?.pass();
  await settle();
  expect(bus.delivered).toHaveLength(1);
  expect(waits.map(({ ms }) => ms)).toEqual([60_000, 59_500]);
});

it('sends an event at each moment of a schedule, while the rule is enabled', async () => {
  const moments: { ms: number; pass(): void }[] = [];
  const sleep = (ms: number) => new Promise<void>((pass) => moments.push({ ms, pass }));
  await start({ sleep });
  await bus.eventBridge.createRule({
    name: 'reconcile',
    state: 'ENABLED',
    scheduleExpression: 'rate(5 minutes)',
    targets: [{ id: 'a', arn: functionArn }],
  });
  expect(moments[0]?.ms).toBe(300_000);
  moments[0]?.pass();
  await settle();
  const ruleArn = 'arn:aws:events:us-east-1:000000000000:rule/reconcile';
  expect(bus.delivered).toMatchObject([
    {
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      resources: [ruleArn],
      time: '2026-01-02T03:09:05Z',
    },
  ]);
  await client.send(new DisableRuleCommand({ Name: 'reconcile' }));
  moments[1]?.pass();
  await settle();
  expect(bus.delivered).toHaveLength(1);
});
