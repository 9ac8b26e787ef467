import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { dashboardIdOf, dashboardKey } from './dashboard-id.ts';
import { EXAMPLE_DASHBOARD } from './example.ts';
import { parseDashboard } from './parse-dashboard.ts';

const read = (text: string) => parseDashboard(text, 'taxi/overview');
const changed = (from: string, to: string) => EXAMPLE_DASHBOARD.replace(from, to);

it('reads every part', () => {
  const { tiles, parameters, ...head } = read(EXAMPLE_DASHBOARD);
  expect(head).toEqual({
    id: 'taxi/overview',
    title: 'Taxi at a glance',
    description: 'One month of trips.',
    tags: ['taxi'],
    owner: 'The taxi team',
    access: ['analysts'],
    refresh: '5m',
  });
  expect(parameters.map(({ name }) => name)).toEqual(['month', 'vendors']);
  expect(tiles).toEqual([
    {
      id: 'by-day',
      report: 'taxi/daily',
      inputs: { period: '2015-12-01/2015-12-31' },
      shared: { month: 'month', vendor: 'vendors' },
      show: 'chart',
      chart: { type: 'bar', x: 'trip_date', y: ['total_fare'] },
      size: { columns: 2, rows: 4 },
    },
    {
      id: 'fare',
      title: 'Fare of the last day',
      report: 'taxi/daily',
      inputs: { vendor: ['1', '2'] },
      shared: { month: 'month' },
      show: 'number',
      chart: { y: ['total_fare'] },
      size: { columns: 1, rows: 2 },
    },
  ]);
});

it('is for everyone where it says so', () => {
  expect(read(changed('[analysts]', 'everyone'))).not.toHaveProperty('access');
});

it.each<[string, string, string, string]>([
  ['no title', 'title: Taxi at a glance\n', '', 'line 1: title: '],
  ['a key that is unknown', 'tags: [taxi]', 'colour: red', 'line 3: colour: is not a known key'],
  ['a refresh that is no duration', 'refresh: 5m', 'refresh: often', 'line 6: refresh: expected a duration'],
  ['a refresh that is too quick', 'refresh: 5m', 'refresh: 5s', 'line 6: refresh: expected at least 30s'],
  ['a parameter that no report could have', 'type: month', 'type: moon', 'line 8: parameters.0.type: '],
  ['a parameter twice', 'name: vendors', 'name: month', 'line 9: parameters: month is declared twice'],
  ['a tile twice', 'id: fare', 'id: by-day', 'line 15: tiles: by-day is there twice'],
  ['a tile without a report', '    report: taxi/daily\n', '', 'line 11: tiles.0.report: '],
  [
    'a report that can be none',
    'report: taxi/daily',
    'report: ../x',
    'line 12: tiles.0.report: expected the id',
  ],
  ['an id with capitals', 'id: fare', 'id: Fare', 'line 15: tiles.1.id: expected lower-case'],
  [
    'an input that is shared by nobody',
    '      month: :month',
    '      month: :moon',
    'line 19: tiles.1.inputs.month: no parameter moon is declared',
  ],
  ['a parameter in vain', ':vendors', '"1"', 'line 9: parameter vendors is declared but no tile uses it'],
  ['an input that is a map', "['1', '2']", '{ a: 1 }', 'line 20: tiles.1.inputs.vendor: expected a value'],
  ['a number of no column', '    chart: { y: [total_fare] }\n', '', 'line 21: tiles.1.show: a number needs'],
  [
    'a chart with an unknown key',
    'chart: { y:',
    'chart: { z:',
    'line 22: tiles.1.chart.z: is not a known key',
  ],
  ['a tile that is too wide', 'columns: 1', 'columns: 5', 'line 23: tiles.1.size.columns: '],
  ['what is not YAML', 'tags: [taxi]', 'tags: [taxi', 'line 4: the dashboard is not YAML: '],
])('refuses %s by file and line', (_name, from, to, message) => {
  expect(() => read(changed(from, to))).toThrow(`dashboards/taxi/overview.yaml, ${message}`);
});

it('refuses a file without tiles, and an empty one', () => {
  expect(() => read('title: T\ntiles: []')).toThrow('line 2: tiles: expected at least one tile');
  expect(() => read('')).toThrow('dashboards/taxi/overview.yaml, line 1: title: ');
});

it('has its id by its path', () => {
  expect(dashboardKey('taxi/overview')).toBe('dashboards/taxi/overview.yaml');
  expect(dashboardIdOf('dashboards/taxi/overview.yaml')).toBe('taxi/overview');
  for (const key of ['dashboards/a b.yaml', 'dashboards/a.yml', 'reports/a.sql'])
    expect(dashboardIdOf(key)).toBeUndefined();
  for (const id of ['../x', '', 'a'.repeat(51), 'A', 'a_b'])
    expect(() => dashboardKey(id)).toThrow(expect.objectContaining({ name: 'DashboardNotFound' }));
});

const page = readFileSync(fileURLToPath(new URL('../../../docs/dashboards.md', import.meta.url)), 'utf8');

it('is written as docs/dashboards.md shows it', () => {
  const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(read(shown).tiles.length).toBeGreaterThan(1);
});

const root = fileURLToPath(new URL('../../../sql/dashboards/', import.meta.url));
const shipped = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yaml'),
);

it.each(shipped)('reads the shipped %s, whose tiles all show something else', (path) => {
  const text = readFileSync(root + path, 'utf8');
  const { tiles } = parseDashboard(text, path.replace('.yaml', ''));
  expect(tiles).toHaveLength(parse(text).tiles.length);
  const shows = tiles.map(({ id: _, title: __, size: ___, ...rest }) => JSON.stringify(rest));
  expect(new Set(shows).size).toBe(tiles.length);
});
