import { EXAMPLE_DASHBOARD } from '@readout/runtime/dashboard/example.ts';
import { EXAMPLE } from '@readout/runtime/report/example.ts';
import { dashboardsIn, templatesIn } from '@readout/runtime/templates.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob, noon } from '@readout/runtime/testing/examples.ts';
import { dashboardList } from './dashboard-list.ts';
import { listDashboards } from './list-dashboards.ts';

const open = `title: Open to all
tiles:
  - { id: closed, report: taxi/daily }
  - { id: gone, title: No longer, report: taxi/weekly }
  - { id: broken, report: broken }
  - { id: strange, report: open, chart: { type: line, y: [a] } }
  - { id: fine, report: open, show: table }
`;

const setup = (more: Record<string, string> = {}) => {
  const buckets = testBuckets({
    'templates/dashboards/taxi/overview.yaml': EXAMPLE_DASHBOARD,
    'templates/dashboards/open.yaml': open,
    'templates/dashboards/notes.md': 'no dashboard',
    'templates/reports/taxi/daily.sql': EXAMPLE,
    'templates/reports/open.sql':
      '/*---\ntitle: For everyone\ncolumns: { n: { label: N } }\n---*/ select 1 as n',
    'templates/reports/broken.sql': 'select 1',
    ...more,
  });
  const act = listDashboards({
    readList: dashboardList(buckets.client, 'templates'),
    readDashboard: dashboardsIn(buckets.client, 'templates'),
    readTemplate: templatesIn(buckets.client, 'templates'),
    datasets: { loads: async () => new Map([['public.nyc_yellow_taxi', noon.toISOString()]]) },
  });
  const ask = async (path: Record<string, string> = {}, caller = ada) =>
    (await act({ caller, path, query: {}, body: () => ({}) })).body;
  return { ...buckets, ask };
};

it('lists the dashboards that the caller may see, without their tiles', async () => {
  const { ask } = setup();
  expect(await ask()).toEqual({
    dashboards: [
      { id: 'open', title: 'Open to all', tags: [], tileCount: 5 },
      {
        id: 'taxi/overview',
        title: 'Taxi at a glance',
        description: 'One month of trips.',
        tags: ['taxi'],
        owner: 'The taxi team',
        access: ['analysts'],
        refresh: '5m',
        tileCount: 2,
      },
    ],
  });
  expect(await ask({}, bob)).toMatchObject({ dashboards: [{ id: 'open' }] });
});

it('reads again only what has changed', async () => {
  const { ask, asked, objects } = setup();
  await ask();
  asked.length = 0;
  objects.set('templates/dashboards/open.yaml', open.replace('all', 'everyone'));
  expect(await ask({}, bob)).toMatchObject({ dashboards: [{ title: 'Open to everyone' }] });
  expect(asked.filter((one) => one.startsWith('Get'))).toEqual(['GetObject templates/dashboards/open.yaml']);
});

it('lists a broken dashboard with its error, beside the others', async () => {
  const { ask } = setup({
    'templates/dashboards/a.yaml': 'tiles: []',
    'templates/dashboards/b c.yaml': open,
  });
  expect(await ask({}, bob)).toMatchObject({
    dashboards: [
      {
        id: 'a',
        error: { name: 'InvalidTemplate', message: expect.stringContaining('dashboards/a.yaml, line 1') },
      },
      { id: 'dashboards/b c.yaml', error: { name: 'InvalidTemplate' } },
      { id: 'open' },
    ],
  });
});

it('leaves out a dashboard that is deleted while the list is made', async () => {
  const { ask, client, objects } = setup();
  const send = client.send.bind(client);
  client.send = async (command: never) => {
    const answer = await send(command);
    objects.delete('templates/dashboards/taxi/overview.yaml');
    return answer;
  };
  expect(await ask()).toMatchObject({ dashboards: [{ id: 'open' }] });
});

it('gives one dashboard, each tile with its title and chart, each report read once', async () => {
  const { ask, asked } = setup();
  expect(await ask({ dashboard: 'taxi/overview' })).toMatchObject({
    id: 'taxi/overview',
    parameters: [{ name: 'month' }, { name: 'vendors' }],
    tiles: [
      {
        id: 'by-day',
        title: 'Yellow taxi, day by day',
        shared: { month: 'month', vendor: 'vendors' },
        newestLoadAt: noon.toISOString(),
        chart: { type: 'bar' },
      },
      { id: 'fare', title: 'Fare of the last day', chart: { type: 'number', y: ['total_fare'] } },
    ],
  });
  expect(asked.filter((one) => one.endsWith('.sql'))).toEqual(['GetObject templates/reports/taxi/daily.sql']);
});

it('says of each tile that cannot be run why, and nothing of its report', async () => {
  const { ask } = setup();
  const body = (await ask({ dashboard: 'open' }, bob)) as { tiles: object[] };
  expect(body.tiles).toMatchObject([
    { id: 'closed', title: 'taxi/daily', error: { name: 'AccessDenied' } },
    { id: 'gone', title: 'No longer', error: { name: 'ReportNotFound' } },
    {
      id: 'broken',
      error: { name: 'InvalidTemplate', message: expect.stringContaining('reports/broken.sql') },
    },
    { id: 'strange', error: { name: 'InvalidTemplate', message: expect.stringContaining('chart.x') } },
    { id: 'fine', title: 'For everyone', columns: { n: { label: 'N' } } },
  ]);
  expect(body.tiles[4]).not.toHaveProperty('error');
  expect(body.tiles[4]).not.toHaveProperty('newestLoadAt');
  expect(JSON.stringify(body)).not.toContain('Yellow taxi');
});

it.each([
  ['an unknown dashboard', 'DashboardNotFound', 'taxi/weekly'],
  ['what can be no dashboard', 'DashboardNotFound', '../reports/open'],
  ['a dashboard of other groups', 'AccessDenied', 'taxi/overview'],
  ['a broken dashboard', 'InvalidTemplate', 'a'],
])('refuses %s as %s', async (_name, name, dashboard) => {
  const { ask } = setup({ 'templates/dashboards/a.yaml': 'tiles: []' });
  await expect(ask({ dashboard }, bob)).rejects.toMatchObject({ name });
});
