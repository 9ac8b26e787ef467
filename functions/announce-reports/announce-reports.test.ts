import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { broadcaster } from '@readout/runtime/broadcast.ts';
import { EXAMPLE_DASHBOARD } from '@readout/runtime/dashboard/example.ts';
import { EXAMPLE } from '@readout/runtime/report/example.ts';
import { SavedFiles } from '@readout/runtime/saved-files.ts';
import { dashboardsIn, templatesIn } from '@readout/runtime/templates.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { announceReports } from './announce-reports.ts';

let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

/** `meanwhile` happens while the one who began gathers. */
const setup = async (
  files: Record<string, string> = {},
  meanwhile = async (): Promise<void> => undefined,
) => {
  aws = await awsServer({
    PostToConnection: ({ connectionId }) => {
      if (connectionId === 'gone=') throw new Refusal('GoneException', 'gone', 410);
      if (connectionId === 'slow=') throw new Refusal('LimitExceededException', 'slow', 429);
      return {};
    },
  });
  const { client } = testBuckets(
    Object.fromEntries(
      Object.entries(files).map(([id, file]) => [
        `templates/${id.startsWith('dashboards/') ? id : `reports/${id}.sql`}`,
        file,
      ]),
    ),
  );
  const log = keepingLog();
  const sockets = new ApiGatewayManagementApiClient(aws.client);
  const hear = announceReports({
    saved: new SavedFiles(tables.db, 'savedfiles', 'reports'),
    read: { report: templatesIn(client, 'templates'), dashboard: dashboardsIn(client, 'templates') },
    broadcast: broadcaster({ connections: tables.connections, sockets, log }),
    log,
    now: () => noon,
    wait: meanwhile,
  });
  return { hear, log: log.entries };
};
const connect = (connectionId: string, groups?: string[], owner = ada.id): Promise<void> =>
  tables.connections.add({
    connectionId,
    owner,
    email: '',
    groups,
    connectedAt: noon.toISOString(),
    expiresAt: 2e9,
  });
const told = () =>
  aws.asked.map(({ input: { connectionId, data } }) => [
    connectionId,
    { type: data.type, reports: data.reports, dashboards: data.dashboards },
  ]);
const saved = (id: string, event: string) => {
  const sample = sampleEvent('announce-reports/saved');
  return { ...sample, id: event, detail: { ...sample.detail, object: { key: `reports/${id}.sql` } } };
};

const dashboardSaved = (id: string) => {
  const sample = sampleEvent('announce-reports/dashboard');
  return { ...sample, id: `${id} saved`, detail: { object: { key: `dashboards/${id}.yaml` } } };
};

test('tells a saved report to the connections of those who may run it', async () => {
  await Promise.all([connect('ada=', ['analysts']), connect('bob=', [], bob.id), connect('before=')]);
  const { hear } = await setup({ 'taxi/daily': EXAMPLE });
  await hear(sampleEvent('announce-reports/saved'));
  expect(told()).toEqual([['ada=', { type: 'reports', reports: ['taxi/daily'] }]]);
});

test('tells a saved dashboard to the connections of those who may see it, a broken one to all', async () => {
  await Promise.all([connect('ada=', ['analysts']), connect('bob=', [], bob.id)]);
  const { hear, log } = await setup({
    'dashboards/flights/overview.yaml': EXAMPLE_DASHBOARD,
    'dashboards/broken.yaml': 'title: T\ntiles: 1\n',
  });
  await hear(sampleEvent('announce-reports/dashboard'));
  expect(told()).toEqual([['ada=', { type: 'dashboards', dashboards: ['flights/overview'] }]]);
  await hear(dashboardSaved('broken'));
  expect(told().slice(1)).toHaveLength(2);
  expect(log).toMatchObject([
    { level: 'warn', message: expect.stringContaining('dashboards/broken.yaml, line 2') },
  ]);
});

test('tells reports and dashboards of one burst each in a message of their own', async () => {
  await connect('ada=', ['analysts']);
  let others = async (): Promise<void> => {
    others = async () => undefined;
    await hear(dashboardSaved('gone'));
  };
  const { hear } = await setup({}, () => others());
  await hear(saved('a', 'first'));
  expect(told()).toEqual([
    ['ada=', { type: 'reports', reports: ['a'] }],
    ['ada=', { type: 'dashboards', dashboards: ['gone'] }],
  ]);
});

test('has many pages ask one after the other', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, index) => connect(`${index}=`, ['analysts'])));
  const { hear } = await setup({ 'taxi/daily': EXAMPLE });
  await hear(sampleEvent('announce-reports/saved'));
  expect(aws.asked).toHaveLength(60);
  expect(aws.asked[0]?.input.data.within).toBe(120);
});

test('tells a report that is for everyone, or gone, to all', async () => {
  await Promise.all([connect('ada=', ['analysts']), connect('bob=', [], bob.id)]);
  const { hear } = await setup({ open: '/*---\ntitle: T\n---*/ select 1' });
  await hear(saved('open', 'a'));
  await hear(sampleEvent('announce-reports/deleted'));
  expect(told().map(([, { reports }]) => reports)).toEqual([
    ['open'],
    ['open'],
    ['taxi/daily'],
    ['taxi/daily'],
  ]);
});

test('tells a broken report to all, and logs where it is broken', async () => {
  const line = EXAMPLE.slice(0, EXAMPLE.indexOf('from nyc')).split('\n').length;
  await connect('bob=', [], bob.id);
  const { hear, log } = await setup({ 'taxi/daily': EXAMPLE.replace('from nyc', '; from nyc') });
  await hear(sampleEvent('announce-reports/saved'));
  expect(told()).toEqual([['bob=', { type: 'reports', reports: ['taxi/daily'] }]]);
  expect(log).toEqual([
    {
      level: 'warn',
      message: expect.stringContaining(`reports/taxi/daily.sql, line ${line}: expected one statement`),
      detail: { excerpt: `line ${line}, column 5:\n  ; from nyc_yellow_taxi\n    ^` },
    },
  ]);
});

test('tells a burst in one message, each page its own reports', async () => {
  await Promise.all([connect('ada=', ['analysts']), connect('bob=', [], bob.id)]);
  let others = ['b', 'taxi/daily', 'b'];
  const { hear } = await setup({ 'taxi/daily': EXAMPLE }, async () => {
    const now = others;
    others = [];
    for (const [index, id] of now.entries()) await hear(saved(id, `other-${index}`));
  });
  await hear(saved('a', 'first'));
  expect(told()).toEqual(
    expect.arrayContaining([
      ['ada=', { type: 'reports', reports: ['a', 'b', 'taxi/daily'] }],
      ['bob=', { type: 'reports', reports: ['a', 'b'] }],
    ]),
  );
  expect(told()).toHaveLength(2);
  await hear(saved('a', 'later'));
  expect(told()).toHaveLength(4);
});

test('goes on with what a try before it left behind', async () => {
  await connect('ada=', ['analysts']);
  const { hear } = await setup();
  const store = new SavedFiles(tables.db, 'savedfiles', 'reports');
  await store.add('reports/a.sql', 'first', noon);
  await hear(saved('b', 'second'));
  expect(told()).toEqual([]);
  await hear(saved('a', 'first'));
  expect(told()).toEqual([['ada=', { type: 'reports', reports: ['a', 'b'] }]]);
});

test('takes over from one that died', async () => {
  await connect('ada=', ['analysts']);
  const { hear } = await setup();
  await new SavedFiles(tables.db, 'savedfiles', 'reports').add(
    'reports/a.sql',
    'dead',
    new Date(noon.getTime() - 61_000),
  );
  await hear(saved('b', 'second'));
  expect(told()).toEqual([['ada=', { type: 'reports', reports: ['a', 'b'] }]]);
});

test('one that cannot be reached hinders no other', async () => {
  await Promise.all(['gone=', 'slow=', 'ada='].map((id) => connect(id, ['analysts'])));
  const { hear, log } = await setup({ 'taxi/daily': EXAMPLE });
  await hear(sampleEvent('announce-reports/saved'));
  expect(told().map(([id]) => id)).toContain('ada=');
  expect(log).toMatchObject([{ level: 'warn', detail: { missed: 1 } }]);
});

test('says in the log that a name is none', async () => {
  const { hear, log } = await setup();
  await hear(saved('my report', 'a'));
  expect(log).toMatchObject([{ level: 'warn', message: expect.stringContaining('reports/my report.sql') }]);
});

test('refuses another event', async () => {
  const { hear } = await setup();
  await expect(hear(sampleEvent('notify/finished'))).rejects.toMatchObject({ name: 'InvalidMessage' });
});
