import { checkReports } from './check-reports.ts';

const report = (keys: string, sql = 'select 1') => `/*---\ntitle: T\n${keys}\n---*/\n${sql}\n`;
const choosing = (access: string, from: string) =>
  report(
    `access: ${access}\nparameters:\n  - { name: a, type: choice, required: true, options-from: ${from} }`,
    'select :a',
  );
const choices = (access: string, parameters = '[]', sql = 'select a as value, b as label from t') =>
  report(`access: ${access}\nparameters: ${parameters}`, sql);

const check = (files: Record<string, string>) =>
  checkReports(Object.entries(files).map(([name, text]) => ({ path: `reports/${name}.sql`, text }))).map(
    ({ path, line, message }) => `${path}:${line}: ${message}`,
  );

it('finds nothing wrong with reports that are right', () => {
  expect(
    check({
      open: report('access: everyone'),
      'for/some': choosing('[analysts]', 'choices'),
      'for/all': choosing('everyone', 'choices'),
      choices: choices('everyone'),
      'for/few': choosing('[a]', 'choices-of-two'),
      'choices-of-two': choices(
        '[a, b]',
        '[{ name: n, type: integer, required: true, default: 3 }]',
        'select :n as value, b as label',
      ),
    }),
  ).toEqual([]);
});

it('names every file that is wrong, and the line', () => {
  expect(
    check({
      a: report('access: everyone', '\nset x = 1'),
      b: report('tags: [x]'),
      'c d': report('access: everyone'),
      e: 'select 1',
    }),
  ).toEqual([
    'reports/a.sql:6: expected SELECT or WITH, found set',
    'reports/b.sql:2: access is not named: everyone, or a list of groups',
    'reports/c d.sql:1: a name has letters, digits, - and _ only',
    expect.stringMatching(/^reports\/e\.sql:1: .*front matter/),
  ]);
});

it('finds a table that a report says it reads and does not', () => {
  expect(
    check({
      right: report(
        'access: everyone\nreads: [flights, sales.Orders, public.air]',
        'select 1 from public.flights, orders, "air"',
      ),
      wrong: report('access: everyone\nreads:\n  - flights\n  - weather', 'select weather_code from flights'),
    }),
  ).toEqual(['reports/wrong.sql:6: reads: weather is not in the SQL']);
});

it.each<[string, string, string, string | undefined]>([
  ['is not there', 'everyone', 'there is no report c that could be read', undefined],
  ['is broken', 'everyone', 'there is no report c that could be read', 'select 1'],
  [
    'names no label',
    'everyone',
    'c names no column label',
    choices('everyone', '[]', 'select a as value, b from t'),
  ],
  [
    'names no column at all',
    'everyone',
    'c names no column value',
    choices('everyone', '[]', 'select * from t'),
  ],
  [
    'asks for an input',
    'everyone',
    'c asks for n, which the form cannot know',
    choices('everyone', '[{ name: n, type: text, required: true }]', 'select :n as value, b as label'),
  ],
  ['is for some, the form for all', 'everyone', 'c is for fewer groups', choices('[analysts]')],
  ['is for others', '[analysts, drivers]', 'c is for fewer groups', choices('[analysts]')],
])('refuses choices from a report that %s', (_name, access, message, text) => {
  const found = check({ a: choosing(access, 'c'), ...(text !== undefined && { c: text }) });
  expect(found).toContainEqual(expect.stringContaining(`reports/a.sql:5: ${message}`));
});

it('finds columns of a chart that the result does not have, where it can know', () => {
  const drawn = (sql: string) =>
    report('access: everyone\nchart:\n  type: line\n  x: day\n  y: [fares]\n  series:\n    vendor', sql);
  expect(check({ a: drawn('select day, sum(fare) as total from t') })).toEqual([
    'reports/a.sql:7: chart: the result has no column fares',
    'reports/a.sql:9: chart: the result has no column vendor',
  ]);
  expect(check({ a: drawn('select Day, fares, "VENDOR" from t') })).toEqual([]);
  expect(check({ a: drawn('select * from t') })).toEqual([]);
});

describe('choices that follow another field', () => {
  const form = (above: string, inputs = 'state: home') =>
    report(
      `access: everyone\nparameters:\n  - { name: home, ${above} }\n  - { name: town, type: choice, options-from: { report: towns, inputs: { ${inputs} } } }`,
      'select 1 [[ where a = :home ]] [[ and b = :town ]]',
    );
  const towns = (parameter: string) =>
    choices(
      'everyone',
      `[{ name: state, ${parameter} }]`,
      'select a as value, b as label from t [[ where s in (:state) ]]',
    );

  it.each([
    [
      'one that must be given',
      'type: text, required: true',
      towns('type: text, required: true').replace(/\[\[ | \]\]/g, ''),
    ],
    [
      'one that may be empty',
      'type: choice, options-from: states',
      towns('type: choice, options-from: states'),
    ],
    ['several', 'type: text, multiple: true', towns('type: text, multiple: true')],
    ['a number for a wider one', 'type: integer', towns('type: number')],
  ])('may take %s', (_name, above, options) => {
    const states = choices('everyone');
    expect(check({ form: form(above), towns: options, states })).toEqual([]);
  });

  it.each([
    [
      'asks for what may be empty',
      'type: text',
      'towns asks for state, and home may be empty',
      towns('type: text, required: true'),
    ],
    [
      'takes another type',
      'type: text',
      'towns takes state as date, which home, text, is not',
      towns('type: date'),
    ],
    [
      'takes one only',
      'type: text, multiple: true',
      'towns takes one state, and home may be several',
      towns('type: text'),
    ],
    ['has no such parameter', 'type: text', 'towns has no parameter state', choices('everyone')],
  ])('are refused from a report that %s', (_name, above, message, options) => {
    expect(check({ form: form(above), towns: options })).toEqual([`reports/form.sql:6: ${message}`]);
  });

  it('follow only a field above them', () => {
    const [problem = ''] = check({ form: form('type: text', 'state: town'), towns: towns('type: text') });
    expect(problem).toBe(
      'reports/form.sql:6: parameters: the choices of town take town, which is no parameter above it',
    );
  });
});

it('misses a column that is told about, where the text tells every column', () => {
  const told = (select: string) =>
    report('access: everyone\ncolumns:\n  trips: { label: Trips }\n  fare: { hide: true }', select);
  expect(
    check({
      a: told('select count(*) as trips, sum(f) as Fare from t'),
      b: told('select trips, fares from t'),
      c: told('select t.* from t'),
    }),
  ).toEqual(['reports/b.sql:6: columns: the result has no column fare']);
});
