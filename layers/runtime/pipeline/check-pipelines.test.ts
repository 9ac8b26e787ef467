import { PIPELINE } from '../testing/pipelines.ts';
import { checkPipelines } from './check-pipelines.ts';

const files = (change: Record<string, string | undefined> = {}) =>
  Object.entries({ ...PIPELINE, ...change }).flatMap(([name, text]) =>
    text === undefined ? [] : [{ path: name.includes('/') ? name : `pipelines/sales/${name}`, text }],
  );
const check = (change: Record<string, string | undefined> = {}) => checkPipelines(files(change), new Map());
const yaml = PIPELINE['pipeline.yaml'] as string;
const other = (more: string) => ({
  'pipelines/other/pipeline.yaml': `title: Other\naccess: everyone\n${more}`,
  'pipelines/other/10_all.sql': 'select 1',
});

it('lets a good pipeline through', () => {
  expect(check(other('after: [sales]\n'))).toEqual([]);
});

it.each<[string, Record<string, string | undefined>, object]>([
  [
    'access that is not named',
    { 'pipeline.yaml': yaml.replace('access: [analysts]\n', '') },
    { path: 'pipelines/sales/pipeline.yaml', message: expect.stringContaining('access is not named') },
  ],
  [
    'a script that adds rows twice',
    { '20_load_sales.sql': 'select :day;\n\ninsert into sales select 1;' },
    {
      path: 'pipelines/sales/20_load_sales.sql',
      line: 3,
      message: expect.stringContaining('INSERT adds to sales'),
    },
  ],
  [
    'a broken script',
    { '10_load_item.sql': "select 1;\nselect 'x" },
    { path: 'pipelines/sales/10_load_item.sql', line: 2, message: expect.stringContaining('never ends') },
  ],
  [
    'a name that is none',
    { 'load.sql': 'select 1' },
    { path: 'pipelines/sales/load.sql', message: expect.stringContaining('expected pipeline.yaml') },
  ],
  [
    'a folder that is none',
    { 'pipelines/My_Sales/10_a.sql': 'select 1' },
    { path: 'pipelines/My_Sales/10_a.sql', message: expect.stringContaining('a pipeline is a folder') },
  ],
  [
    'a folder without its file',
    { 'pipelines/other/10_a.sql': 'select 1' },
    { path: 'pipelines/other/pipeline.yaml', message: 'the pipeline has no such file' },
  ],
  [
    'a parameter that no script uses',
    { '20_load_sales.sql': 'select 1' },
    { path: 'pipelines/sales/pipeline.yaml', line: 4, message: expect.stringContaining('no script uses it') },
  ],
  [
    'a chain from nothing',
    { 'pipeline.yaml': `${yaml}after: [gone]\n` },
    { line: 9, message: expect.stringContaining('there is no pipeline gone') },
  ],
  [
    'a schedule that lacks an input',
    {
      'pipeline.yaml': `${yaml.replace(', default: today', '')}schedule: [{ cron: cron(0 6 * * ? *), time-zone: UTC }]\n`,
    },
    { line: 9, message: expect.stringContaining('schedule: ') },
  ],
  [
    'a trigger that cannot give an input',
    { 'pipeline.yaml': `${yaml.replace(', default: today', '')}trigger: { prefix: raw/sales/ }\n` },
    { line: 9, message: expect.stringContaining('trigger: ') },
  ],
  [
    'choices of a report that is not there',
    {
      'pipeline.yaml': yaml.replace(
        'type: date, required: true, default: today',
        'type: choice, required: true, options-from: gone/report',
      ),
    },
    { message: expect.stringContaining('there is no report gone/report') },
  ],
])('finds %s', (_what, change, expected) => {
  expect(check(change)).toEqual([expect.objectContaining(expected)]);
});

it('finds a chain that goes round', () => {
  expect(check({ 'pipeline.yaml': `${yaml}after: [other]\n`, ...other('after: [sales]\n') })).toEqual([
    expect.objectContaining({ message: 'after: other starts after sales itself' }),
    expect.objectContaining({ message: 'after: sales starts after other itself' }),
  ]);
});
