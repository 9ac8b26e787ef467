import { readableReports } from '../report/check-reports.ts';
import { checkDashboards } from './check-dashboards.ts';

const report = (access: string, parameters: string, sql: string, chart = '') => `/*---
title: T
access: ${access}
parameters: [${parameters}]
${chart}
---*/
select ${sql};
`;
const MONTH = '{ name: month, type: month, required: true, min: 2015-01, max: 2015-12 }';
const CHART = 'chart: { type: line, x: day, y: [fares] }';
const reports = readableReports([
  {
    path: 'reports/daily.sql',
    text: report('everyone', MONTH, 'day, fares from t where m = :month', CHART),
  },
  {
    path: 'reports/few.sql',
    text: report('[a, b]', '{ name: n, type: integer, default: 1, max: 9 }', ':n as n'),
  },
  {
    path: 'reports/listed.sql',
    text: report('everyone', '{ name: by, type: choice, choices: [day, week], default: day }', ':by as by'),
  },
  { path: 'reports/vendors.sql', text: report('everyone', '', "'1' as value, 'One' as label") },
]);

const PARAMETERS = '{ name: month, type: month, default: 2015-03, min: 2015-01, max: 2015-12 }';
/** What is wrong with a dashboard of these tiles, whose lines begin with 6. */
const check = (tiles: string, parameters = PARAMETERS, access = 'access: everyone') =>
  checkDashboards(
    [
      {
        path: 'dashboards/d.yaml',
        text: `title: D\n${access}\nparameters:\n  - ${parameters}\ntiles:\n${tiles}`,
      },
    ],
    reports,
  ).map(({ path, line, message }) => `${path}:${line}: ${message}`);

const fixed = (from: string, more = '') =>
  `  - { id: a, report: daily, inputs: { month: :month } }\n  - ${from}${more}`;

it('finds nothing wrong with dashboards that are right', () => {
  expect(check(fixed('{ id: b, report: daily, inputs: { month: 2015-02 }, chart: { y: [fares] } }'))).toEqual(
    [],
  );
  expect(check(fixed('{ id: b, report: few, inputs: { n: 4 } }'), PARAMETERS, 'access: [a]')).toEqual([]);
});

it.each<[string, string, string]>([
  [
    'a report that is not there',
    '{ id: b, report: weekly }',
    'tile b: there is no report weekly that could be read',
  ],
  ['a report for fewer', '{ id: b, report: few }', 'tile b: few is for fewer groups than this dashboard'],
  ['an input that is missing', '{ id: b, report: daily }', 'tile b: daily requires the input month'],
  [
    'an input that is not there',
    '{ id: b, report: daily, inputs: { month: :month, day: 1 } }',
    'tile b: daily has no input day',
  ],
  [
    'a value that is none',
    '{ id: b, report: daily, inputs: { month: 2016-01 } }',
    'tile b: month: expected a month, YYYY-MM, or such as last_month, not below 2015-01, not above 2015-12.',
  ],
  [
    'a shared input of another type',
    '{ id: b, report: listed, inputs: { by: :month } }',
    'tile b: month is month, and the report wants choice',
  ],
  [
    'a column that the result does not have',
    '{ id: b, report: daily, inputs: { month: :month }, chart: { y: [trips] } }',
    'tile b: chart: the result has no column trips',
  ],
  [
    'a chart that cannot be',
    '{ id: b, report: daily, inputs: { month: :month }, chart: { compare: first } }',
    'tile b: chart.compare: goes with number, not with line',
  ],
])('finds %s', (_name, tile, message) => {
  expect(check(fixed(tile))).toEqual([`dashboards/d.yaml:7: ${message}`]);
});

it.each<[string, string, string]>([
  ['may be empty', '{ name: month, type: month, min: 2015-01, max: 2015-12 }', 'month may be empty'],
  ['is a list', '{ name: month, type: month, multiple: true, default: [2015-01] }', 'month is a list'],
  [
    'goes below',
    '{ name: month, type: month, default: 2015-01, max: 2015-12 }',
    'month may be below 2015-01',
  ],
  [
    'goes above',
    '{ name: month, type: month, default: 2015-01, min: 2015-01 }',
    'month may be above 2015-12',
  ],
])('finds a shared input that %s where the report does not let it', (_name, parameter, message) => {
  expect(check('  - { id: a, report: daily, inputs: { month: :month } }', parameter)).toEqual([
    expect.stringContaining(`dashboards/d.yaml:6: tile a: ${message}`),
  ]);
});

it('finds a choice that the report does not list', () => {
  const tile = '  - { id: a, report: listed, inputs: { by: :by } }';
  expect(check(tile, '{ name: by, type: choice, choices: [day, year], default: day }')).toEqual([
    'dashboards/d.yaml:6: tile a: by may be year, which the report does not list',
  ]);
  expect(check(tile, '{ name: by, type: choice, options-from: vendors }')).toEqual([
    'dashboards/d.yaml:6: tile a: by may be anything, which the report does not list',
  ]);
});

it('wants access to be named, choices that can be filled, and a file name that is an id', () => {
  const tile = '  - { id: a, report: listed, inputs: { by: :by } }';
  const choice = '{ name: by, type: choice, options-from: nowhere }';
  expect(check(tile, choice, 'tags: [x]')).toEqual([
    'dashboards/d.yaml:1: access is not named: everyone, or a list of groups',
    'dashboards/d.yaml:4: there is no report nowhere that could be read',
    expect.stringContaining('may be anything'),
  ]);
  const text = 'title: D';
  expect(checkDashboards([{ path: 'dashboards/a.yml', text }], reports)).toMatchObject([
    { line: 1, message: expect.stringContaining('ends in .yaml') },
  ]);
  expect(checkDashboards([{ path: 'dashboards/a.yaml', text: 'title: D\ntiles: 1' }], reports)).toMatchObject(
    [{ path: 'dashboards/a.yaml', line: 2 }],
  );
});
