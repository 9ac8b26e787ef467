import { EXAMPLE } from '@readout/runtime/report/example.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob } from '@readout/runtime/testing/examples.ts';
import { catalogue } from './catalogue.ts';
import { listReports } from './list-reports.ts';

const open = '/*---\ntitle: Open to all\n---*/ select 1';

const usual = new Map([['taxi/daily', { usualSeconds: 2.5, lastRunAt: '2015-12-01T12:00:00.000Z' }]]);
const loads = new Map([
  ['public.nyc_yellow_taxi', '2015-11-30T12:00:00.000Z'],
  ['public.vendors', '2015-11-29T12:00:00.000Z'],
]);

const setup = (more: Record<string, string> = {}) => {
  const buckets = testBuckets({
    'templates/reports/taxi/daily.sql': EXAMPLE,
    'templates/reports/flights/airports.sql': open,
    'templates/reports/notes.md': 'no report',
    'templates/schema/flights.sql': 'create table flights ()',
    ...more,
  });
  const statistics = { of: async (id: string) => usual.get(id) ?? {}, all: async () => usual };
  const act = listReports({
    statistics,
    datasets: { loads: async () => loads },
    readCatalogue: catalogue(buckets.client, 'templates'),
    readTemplate: templatesIn(buckets.client, 'templates'),
    engineerGroup: 'engineers',
  });
  const ask = async (path: Record<string, string> = {}, caller = ada) =>
    (await act({ caller, path, query: {}, body: () => ({}) })).body;
  return { ...buckets, ask };
};

it('lists the reports that the caller may run, without their SQL', async () => {
  const { ask } = setup();
  expect(await ask()).toMatchObject({
    reports: [{ id: 'flights/airports' }, { id: 'taxi/daily', access: ['analysts'] }],
  });
  expect(await ask({}, bob)).toEqual({
    reports: [{ id: 'flights/airports', title: 'Open to all', tags: [], parameters: [] }],
  });
  expect(JSON.stringify(await ask())).not.toMatch(/select|pickup_date/);
});

it('reads again only what has changed', async () => {
  const { ask, asked, objects } = setup();
  await ask();
  asked.length = 0;
  objects.set('templates/reports/flights/airports.sql', open.replace('all', 'everyone'));
  objects.delete('templates/reports/taxi/daily.sql');
  expect(await ask()).toMatchObject({ reports: [{ title: 'Open to everyone' }] });
  expect(asked.filter((one) => one.startsWith('Get'))).toEqual([
    'GetObject templates/reports/flights/airports.sql',
  ]);
});

it('lists a broken template with its error, beside the others', async () => {
  const { ask } = setup({ 'templates/reports/a.sql': 'select 1', 'templates/reports/my report.sql': open });
  expect(await ask({}, bob)).toMatchObject({
    reports: [
      {
        id: 'a',
        title: 'a',
        error: { name: 'InvalidTemplate', message: expect.stringContaining('reports/a.sql, line 1') },
      },
      { id: 'flights/airports' },
      { id: 'reports/my report.sql', error: { name: 'InvalidTemplate' } },
    ],
  });
});

it('leaves out a report that is deleted while the list is made', async () => {
  const { ask, client, objects } = setup();
  const send = client.send.bind(client);
  client.send = async (command: never) => {
    const answer = await send(command);
    objects.delete('templates/reports/taxi/daily.sql');
    return answer;
  };
  expect(await ask()).toMatchObject({ reports: [{ id: 'flights/airports' }] });
});

const facts = {
  ...usual.get('taxi/daily'),
  owner: 'data-team@example.com',
  reads: ['nyc_yellow_taxi', 'public.vendors'],
  dataLoadedAt: '2015-11-29T12:00:00.000Z',
  newestLoadAt: '2015-11-30T12:00:00.000Z',
};

it('says how long a report takes, when it was run and how old its data is, of all and of one', async () => {
  const { ask } = setup();
  expect(await ask()).toMatchObject({ reports: [{ id: 'flights/airports' }, facts] });
  expect(await ask({ report: 'taxi/daily' })).toMatchObject(facts);
});

it('says nothing of what is not known', async () => {
  const { ask } = setup();
  for (const name of ['usualSeconds', 'lastRunAt', 'dataLoadedAt', 'newestLoadAt'])
    expect(await ask({ report: 'flights/airports' })).not.toHaveProperty(name);
});

it('gives one report', async () => {
  expect(await setup().ask({ report: 'taxi/daily' })).toMatchObject({
    id: 'taxi/daily',
    parameters: { length: 3 },
  });
});

it.each([
  ['an unknown report', 'ReportNotFound', 'taxi/weekly'],
  ['what can be no report', 'ReportNotFound', '../schema/flights'],
  ['a report of other groups', 'AccessDenied', 'taxi/daily'],
  ['a broken report', 'InvalidTemplate', 'a'],
])('refuses %s as %s', async (_name, name, report) => {
  const { ask } = setup({ 'templates/reports/a.sql': 'select 1' });
  await expect(ask({ report }, bob)).rejects.toMatchObject({ name });
});

it('says of a broken report where, and shows the line to engineers only', async () => {
  const { ask } = setup({ 'templates/reports/a.sql': open.replace('select', 'selekt') });
  const at = { line: 3, column: 7 };
  await expect(ask({ report: 'a' }, bob)).rejects.toMatchObject({ at });
  await expect(ask({ report: 'a' }, bob)).rejects.not.toHaveProperty('at.text');
  const engineer = { ...bob, groups: ['engineers'] };
  await expect(ask({ report: 'a' }, engineer)).rejects.toMatchObject({
    at: { ...at, text: '---*/ selekt 1' },
  });
});
