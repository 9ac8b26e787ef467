import { EXAMPLE } from '@readout/runtime/report/example.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob } from '@readout/runtime/testing/examples.ts';
import { catalogue } from './catalogue.ts';
import { listReports } from './list-reports.ts';

const open = '/*---\ntitle: Open to all\n---*/ select 1';

const setup = (more: Record<string, string> = {}) => {
  const buckets = testBuckets({
    'templates/reports/taxi/daily.sql': EXAMPLE,
    'templates/reports/flights/airports.sql': open,
    'templates/reports/notes.md': 'no report',
    'templates/schema/flights.sql': 'create table flights ()',
    ...more,
  });
  const act = listReports({
    readCatalogue: catalogue(buckets.client, 'templates'),
    readTemplate: templatesIn(buckets.client, 'templates'),
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
  expect(JSON.stringify(await ask())).not.toContain('nyc_yellow_taxi');
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
