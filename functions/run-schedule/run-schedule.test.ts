import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ScheduleRecord } from '@readout/runtime/schedules/schedule-record.ts';
import type { RunOrder } from '@readout/runtime/start-run.ts';
import { exampleRun, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { startPool, type TestPool } from '../../local/cognito/test-pool.ts';
import { People } from './people.ts';
import { runSchedule } from './run-schedule.ts';

const payments = `/*---
title: How people pay
access: [analysts]
parameters: [{ name: month, label: Month, type: month, required: true }]
---*/
select count(*) from payments where seller = :caller_email and month = :month;
`;

let tables: TestTables;
let pool: TestPool;
let owner: string;
let orders: RunOrder[];
let told: string[][];
let log: ReturnType<typeof keepingLog>;

const add = async (email: string, groups: string[], verified = 'true'): Promise<string> => {
  const { UserPoolId, sdk } = pool;
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: verified },
  ];
  const made = await sdk.send(
    new AdminCreateUserCommand({ UserPoolId, Username: email, UserAttributes, MessageAction: 'SUPPRESS' }),
  );
  for (const GroupName of groups)
    await sdk.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: email, GroupName }));
  return made.User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value ?? '';
};

beforeEach(async () => {
  [orders, told, log] = [[], [], keepingLog()];
  tables = await testTables();
  pool = await startPool();
  for (const GroupName of ['analysts', 'sales'])
    await pool.sdk.send(new CreateGroupCommand({ UserPoolId: pool.UserPoolId, GroupName }));
  owner = await add('owner@example.com', ['analysts']);
  await add('ann@example.com', ['analysts', 'sales']);
  await add('guest@example.com', []);
});
afterEach(async () => {
  await tables.close();
  await pool.remove();
});

const schedule = (change: Partial<ScheduleRecord> = {}): ScheduleRecord => ({
  id: 's1',
  owner,
  ownerEmail: 'owner@example.com',
  report: 'taxi/payments',
  title: 'Payments',
  inputs: { month: 'last_month' },
  expression: 'cron(0 6 * * ? *)',
  timeZone: 'UTC',
  people: [],
  groups: [],
  enabled: true,
  createdAt: noon.toISOString(),
  changedAt: noon.toISOString(),
  ...change,
});

const moment = '2015-12-01T06:00:00Z';
const run = async (change: Partial<ScheduleRecord> = {}, event: object = { owner, id: 's1', moment }) => {
  await tables.schedules.put(schedule(change));
  await runSchedule({
    schedules: tables.schedules,
    people: new People({ cognito: pool.sdk, userPoolId: pool.UserPoolId }),
    readTemplate: async () => payments,
    runs: tables.runs,
    start: async (order) => {
      orders.push(order);
      const { runId = '', caller } = order;
      return tables.runs.create(exampleRun({ runId, owner: caller.id, ownerEmail: caller.email, caller }));
    },
    tellOwner: async (_schedule, problems) => void told.push(problems),
    log,
    timeZone: 'UTC',
    now: () => noon,
  })(event);
};

test('starts the report as each person, with the groups and claims of that moment', async () => {
  await run({ people: ['ann@example.com'], condition: 'rows > 0' });
  expect(orders).toMatchObject([
    {
      report: 'taxi/payments',
      title: 'How people pay',
      inputs: { month: 'last_month' },
      caller: {
        email: 'ann@example.com',
        groups: ['analysts', 'sales'],
        claims: { email: 'ann@example.com', email_verified: 'true', 'cognito:groups': 'analysts,sales' },
      },
      schedule: { id: 's1', title: 'Payments', condition: 'rows > 0', ownerEmail: 'owner@example.com' },
    },
  ]);
  expect(told).toEqual([]);
});

test('reaches the members of a group, and each person once', async () => {
  await run({ people: ['ann@example.com'], groups: ['analysts', 'sales', 'nobody'] });
  expect(orders.map(({ caller }) => caller.email).sort()).toEqual(['ann@example.com', 'owner@example.com']);
});

test('gives nothing to who may not see the report, and tells the owner no more than that', async () => {
  await add('later@example.com', ['analysts'], 'false');
  const people = ['guest@example.com', 'stranger@example.com', 'later@example.com', 'ann@example.com'];
  await run({ people });
  expect(orders.map(({ caller }) => caller.email)).toEqual(['ann@example.com']);
  const nothing = (email: string) => `${email} gets nothing: they may not see this report.`;
  expect(told).toHaveLength(1);
  expect(told[0]?.sort()).toEqual(people.slice(0, 3).map(nothing).sort());
});

test('says how many members of a group get nothing, not who', async () => {
  await pool.sdk.send(
    new AdminAddUserToGroupCommand({
      UserPoolId: pool.UserPoolId,
      Username: 'guest@example.com',
      GroupName: 'sales',
    }),
  );
  await run({ groups: ['sales'] });
  expect(orders.map(({ caller }) => caller.email)).toEqual(['ann@example.com']);
  expect(told).toEqual([['Of the groups, 1 get nothing: most likely they may not see this report.']]);
});

test('starts nothing twice for one moment, and again for the next', async () => {
  const people = ['ann@example.com'];
  await run({ people });
  await run({ people });
  expect(orders).toHaveLength(1);
  await run({ people }, { owner, id: 's1', moment: '2015-12-02T06:00:00Z' });
  expect(new Set(orders.map(({ runId }) => runId)).size).toBe(2);
});

test.each<[string, Partial<ScheduleRecord>]>([
  ['is paused', { enabled: false }],
  ['has an owner who is gone', { owner: 'nobody' }],
])('a schedule that %s reaches nobody', async (_what, change) => {
  await run({ people: ['ann@example.com'], ...change }, { owner: change.owner ?? owner, id: 's1', moment });
  expect([orders, told]).toEqual([[], []]);
  expect(log.entries).toMatchObject([{ level: 'warn' }]);
});

test('an owner who may not see the report any more reaches nobody', async () => {
  const guest = await add('former@example.com', []);
  await run({ people: ['ann@example.com'], owner: guest }, { owner: guest, id: 's1', moment });
  expect(orders).toEqual([]);
});

test('a schedule that is gone does nothing', async () => {
  await run({}, sampleEvent('run-schedule/moment'));
  expect(orders).toEqual([]);
});
