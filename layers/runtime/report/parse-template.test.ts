import { EXAMPLE } from './example.ts';
import { parseTemplate } from './parse-template.ts';
import { describeReport } from './template.ts';

const parse = (text: string) => parseTemplate(text, 'taxi/daily');
/** A statement that follows on a CTE when the clause between them vanishes. */
const written = (statement: string) =>
  withParameter('name: a, type: text', `with x as (select 1) [[ select :a ]] ${statement}`);
const withParameter = (parameter: string, sql: string) =>
  `/*---\ntitle: T\nparameters:\n  - { ${parameter} }\n---*/\n${sql}`;

it('describes a report as the catalogue shows it', () => {
  expect(describeReport(parse(EXAMPLE))).toEqual({
    id: 'taxi/daily',
    title: 'Yellow taxi, day by day',
    description: 'Trips and fares of each day.',
    tags: ['taxi'],
    source: 'Generated rows.',
    owner: 'data-team@example.com',
    reads: ['nyc_yellow_taxi', 'public.vendors'],
    parameters: [
      {
        name: 'month',
        label: 'Trip month',
        type: 'month',
        default: '2015-12',
        required: true,
        multiple: false,
      },
      {
        name: 'vendor',
        label: 'Vendor',
        type: 'choice',
        required: false,
        multiple: true,
        optionsFrom: 'taxi/vendors',
      },
      {
        name: 'period',
        label: 'period',
        type: 'date-range',
        required: false,
        multiple: false,
        min: '2015-01-01',
      },
    ],
    access: ['analysts'],
    cache: '15m',
    timeout: '10m',
    maxRows: 100_000,
    chart: { type: 'line', x: 'trip_date', y: ['total_fare'] },
  });
});

it('leaves access out for everyone, and gives the limits', () => {
  const text = '/*---\ntitle: T\naccess: everyone\ntimeout: 1d\nmax-rows: 100000\n---*/ select 1';
  expect(parse(text).report).toEqual({
    id: 'taxi/daily',
    title: 'T',
    tags: [],
    parameters: [],
    timeout: '1d',
    maxRows: 100_000,
  });
});

it.each([
  'select current_setting(:name)',
  "select substring(:name for 3), 'set_config', 'for update' -- into, pg_terminate_backend",
  'select :name, max(updated) as "update" from t where deleted = false',
])('takes what only reads: %s', (sql) => {
  expect(parse(withParameter('name: name, type: text, required: true', sql)).report.id).toBe('taxi/daily');
});

it('gives choices a value and a label, and the default as listed', () => {
  const text = withParameter(
    'name: a, type: choice, choices: [1, { value: b, label: B }], default: "1"',
    'select :a',
  );
  expect(parse(text).report.parameters[0]).toMatchObject({
    choices: [
      { value: 1, label: '1' },
      { value: 'b', label: 'B' },
    ],
    default: 1,
  });
});

it.each<[name: string, text: string, line: number, message: string]>([
  ['no front matter', 'select 1', 1, 'front matter'],
  ['front matter that is not YAML', '/*---\ntitle: [a\n---*/ select 1', 3, 'not YAML'],
  ['a comment in the front matter', '/*---\ntitle: a\ntags: [/*b*/]\n---*/ select 1', 3, 'cannot stand in'],
  ['no title', '/*---\ntags: [a]\n---*/ select 1', 2, 'title: '],
  ['an unknown key', '/*---\ntitle: T\nautor: me\n---*/ select 1', 3, 'autor: is not a known key'],
  [
    'a key in the wrong case',
    withParameter('name: a, type: text, maxLength: 3', 'select :a'),
    4,
    'parameters.0.maxLength',
  ],
  ['an unknown type', withParameter('name: a, type: string', 'select :a'), 4, 'parameters.0.type'],
  [
    'a bad name',
    withParameter('name: A-b, type: text', 'select :a'),
    4,
    'parameters.0.name: expected lower-case',
  ],
  ['a name of the handshake', withParameter('name: ticket, type: text', 'select :ticket'), 4, 'is reserved'],
  [
    'a name of the caller',
    withParameter('name: caller_id, type: text', 'select :caller_id'),
    4,
    'is reserved',
  ],
  [
    'a name that could be a list value',
    withParameter('name: a__1, type: text', 'select :a__1'),
    4,
    'underscores',
  ],
  [
    'a choice of nothing',
    withParameter('name: a, type: choice', 'select :a'),
    4,
    'needs choices or options-from',
  ],
  [
    'bounds on text',
    withParameter('name: a, type: text, min: 1', 'select :a'),
    4,
    'parameters.0.min: does not go',
  ],
  [
    'a bound of another type',
    withParameter('name: a, type: date, min: 3', 'select :a'),
    4,
    'parameters.0.min: expected a date',
  ],
  [
    'bounds in disorder',
    withParameter('name: a, type: integer, min: 3, max: 2', 'select :a'),
    4,
    'is above max',
  ],
  [
    'a bad default',
    withParameter('name: a, type: month, default: 2015-13', 'select :a'),
    4,
    'expected a month',
  ],
  [
    'a list of booleans',
    withParameter('name: a, type: boolean, multiple: true', 'select :a'),
    4,
    'does not go with',
  ],
  ['an owner without a name', '/*---\ntitle: T\nowner: " "\n---*/ select 1', 3, 'owner: '],
  ['reads that are no list', '/*---\ntitle: T\nreads: flights\n---*/ select 1', 3, 'reads: expected a list'],
  ['reads that name nothing', '/*---\ntitle: T\nreads: []\n---*/ select 1', 3, 'reads: expected a list'],
  [
    'a table that can be none',
    '/*---\ntitle: T\nreads:\n  - flights\n  - a.b.c\n---*/ select 1',
    5,
    'reads.1: expected a table such as flights',
  ],
  ['a bad duration', '/*---\ntitle: T\ncache: soon\n---*/ select 1', 3, 'cache: expected a duration'],
  [
    'a timeout that is none',
    '/*---\ntitle: T\ntimeout: 0s\n---*/ select 1',
    3,
    'timeout: expected a duration',
  ],
  [
    'a timeout over a day',
    '/*---\ntitle: T\ntimeout: 25h\n---*/ select 1',
    3,
    'timeout: expected at most 24h',
  ],
  ['no rows', '/*---\ntitle: T\nmax-rows: 0\n---*/ select 1', 3, 'max-rows: '],
  ['too many rows', '/*---\ntitle: T\nmax-rows: 10000001\n---*/ select 1', 3, 'max-rows: '],
  [
    'access for nobody',
    '/*---\ntitle: T\naccess: []\n---*/ select 1',
    3,
    'access: expected everyone, or a list',
  ],
  [
    'access in another word',
    '/*---\ntitle: T\naccess: all\n---*/ select 1',
    3,
    'access: expected everyone, or',
  ],
  [
    'everyone among groups',
    '/*---\ntitle: T\naccess: [everyone]\n---*/ select 1',
    3,
    'access: everyone stands alone',
  ],
  [
    'a chart of no known type',
    '/*---\ntitle: T\nchart:\n  x: a\n  y: [b]\n  type: donut\n---*/ select 1',
    6,
    'chart.type: ',
  ],
  [
    'a chart of nothing',
    '/*---\ntitle: T\nchart:\n  type: line\n  x: a\n---*/ select 1',
    4,
    'chart.y: expected a list',
  ],
  ['a chart by a text', '/*---\ntitle: T\nchart: line\n---*/ select 1', 3, 'chart: '],
  [
    'a chart with an unknown key',
    '/*---\ntitle: T\nchart:\n  type: line\n  x: a\n  y: [b]\n  colour: c\n---*/ select 1',
    7,
    'chart.colour: is not a known key',
  ],
  [
    'a line without x',
    '/*---\ntitle: T\nchart:\n  type: line\n  y: [b]\n---*/ select 1',
    4,
    'chart.x: a line needs',
  ],
  ...(
    [
      ['pie, x: a, y: [b], stacked: true', 'chart.stacked: goes with area, bar, not with pie'],
      ['pie, x: a, y: [b, c]', 'chart.y: a pie has a single column y'],
      ['heat-map, x: a, y: [b]', 'chart.series: a heat-map needs'],
      ['line, x: a, y: [b, c], series: d', 'chart.y: has a single column where'],
      ['line, x: a, y: [b, b]', 'chart.y: has a column twice'],
      ['bar, x: a, y: [b], stacked: true, log: true', 'chart.log: does not go with stacked'],
      ['line, x: a, y: [b], compare: first', 'chart.compare: goes with number, not with line'],
      ['line, x: a, y: [b], top: 3', 'chart.top: needs series in a line'],
      ['bar, x: a, y: [b], top: 0', 'chart.top: '],
    ] as const
  ).map(([chart, message]): [string, string, number, string] => [
    `a chart that is ${chart}`,
    `/*---\ntitle: T\nchart: { type: ${chart} }\n---*/ select 1`,
    3,
    message,
  ]),
  ['a name declared twice', EXAMPLE.replace('name: vendor', 'name: month'), 10, 'month is declared twice'],
  [
    'a name that is a range’s end',
    EXAMPLE.replace('name: vendor', 'name: period_end'),
    11,
    'period_end is declared twice',
  ],
  ['an undeclared parameter', '/*---\ntitle: T\n---*/\n\nselect :a', 5, 'no parameter a is declared'],
  [
    'an unused parameter',
    withParameter('name: a, type: text', "select ':a' -- :a"),
    4,
    'a is declared but not used',
  ],
  [
    'a whole range',
    withParameter('name: a, type: date-range, required: true', 'select :a'),
    6,
    ':a_start and :a_end',
  ],
  [
    'an optional input outside brackets',
    withParameter('name: a, type: text', 'select :a'),
    6,
    'may be empty',
  ],
  [
    'a placeholder in quotes',
    withParameter('name: a, type: text, required: true', "select '{{ a }}'"),
    6,
    'drop the quotes',
  ],
  ['an expression in braces', '/*---\ntitle: T\n---*/\nselect {{ a + 1 }}', 4, 'braces hold one name'],
  [
    'placeholders that touch',
    withParameter('name: a, type: text, required: true', 'select x{{ a }}'),
    6,
    'a space around',
  ],
  [
    'a cast to a placeholder',
    withParameter('name: a, type: text, required: true', 'select 1::{{ a }}'),
    6,
    'a space around',
  ],
  ['a nameless parameter', '/*---\ntitle: T\n---*/\nselect ?', 4, '? is taken for'],
  [
    'nested brackets',
    withParameter('name: a, type: text', 'select 1 [[ + [[ :a ]] ]]'),
    6,
    'cannot stand in',
  ],
  [
    'brackets that never close',
    withParameter('name: a, type: text', 'select 1 [[ + :a -- ]]'),
    6,
    '[[ without ]]',
  ],
  ['brackets that never open', '/*---\ntitle: T\n---*/\nselect 1 ]]', 4, ']] without [['],
  ['brackets without an input', '/*---\ntitle: T\n---*/\nselect 1 [[ + 1 ]]', 4, 'uses no input'],
  [
    'row scoping that could vanish',
    '/*---\ntitle: T\n---*/\nselect 1 [[ where a = :caller_id ]]',
    4,
    'could vanish',
  ],
  ['a quote that never ends', "/*---\ntitle: T\n---*/\nselect 1,\n 'a", 5, 'never ends'],
  ['no statement', '/*---\ntitle: T\n---*/\n -- nothing\n;', 5, 'expected a SELECT'],
  ['another statement', '/*---\ntitle: T\n---*/\nset x = 1', 4, 'expected SELECT or WITH, found set'],
  ['two statements', '/*---\ntitle: T\n---*/\nselect 1;\n\ndrop table t', 6, 'expected one statement'],
  ['a query that creates a table', '/*---\ntitle: T\n---*/\nselect 1\ninto t', 5, 'creates a table'],
  ['a query that writes', '/*---\ntitle: T\n---*/\nwith a as (select 1)\ndelete from t', 5, 'only reads'],
  ['a query that writes when a clause vanishes', written('delete from t'), 6, 'only reads; found delete'],
  ['a query that locks rows', '/*---\ntitle: T\n---*/\nselect 1 from t\nFOR Update', 5, 'locks rows'],
  [
    'a function that ends sessions',
    '/*---\ntitle: T\n---*/\nselect PG_terminate_backend(1)',
    4,
    'ends the sess',
  ],
  [
    'the same in quotes',
    '/*---\ntitle: T\n---*/\nselect pg_catalog."pg_terminate_backend"(1)',
    4,
    'ends the s',
  ],
  ['a query that changes a setting', "/*---\ntitle: T\n---*/\nselect set_config('a', 'b')", 4, 'set_config'],
])('refuses %s, and says where', (_name, text, line, message) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      name: 'InvalidTemplate',
      message: expect.stringMatching(new RegExp(`^reports/taxi/daily\\.sql, line ${line}: `)),
    }),
  );
  expect(() => parse(text)).toThrow(message);
});
