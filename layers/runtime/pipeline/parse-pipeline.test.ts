import { PIPELINE } from '../testing/pipelines.ts';
import { parsePipeline } from './parse-pipeline.ts';
import { bindScript, type Script } from './script.ts';

const parse = (change: Record<string, string | undefined> = {}) =>
  parsePipeline(
    'sales',
    new Map(
      Object.entries({ ...PIPELINE, ...change }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  );
const constants = { data_bucket: 'data-bucket' };
const bound = (text: string, values = {}) => {
  const { pipeline, scripts } = parse({ '20_load_sales.sql': text });
  return bindScript(
    scripts.get('20_load_sales') as Script,
    pipeline,
    { day: '2026-04-01', ...values },
    constants,
  );
};

it('describes a pipeline with its steps, equal numbers side by side', () => {
  expect(parse({ '100_last.sql': 'select 1', '9_first.sql': 'select 1' }).pipeline).toMatchObject({
    id: 'sales',
    title: 'Sales',
    access: ['analysts'],
    overlap: 'refuse',
    steps: [
      { number: 9, scripts: ['9_first'] },
      { number: 10, scripts: ['10_load_customer', '10_load_item'] },
      { number: 20, scripts: ['20_load_sales'] },
      { number: 100, scripts: ['100_last'] },
    ],
  });
});

it('reads all that a file may say', () => {
  const yaml = `${PIPELINE['pipeline.yaml']}schedule: [{ cron: cron(0 6 * * ? *), time-zone: Europe/Berlin, inputs: { day: yesterday } }]
trigger: { prefix: raw/sales/ }
after: [items]
overlap: allow
on-success: { notify: [a@example.com, b@example.com] }
`;
  const { pipeline, notices } = parse({ 'pipeline.yaml': yaml });
  expect(pipeline).toMatchObject({
    schedule: [{ cron: 'cron(0 6 * * ? *)', timeZone: 'Europe/Berlin', inputs: { day: 'yesterday' } }],
    trigger: { prefix: 'raw/sales/' },
    after: ['items'],
    overlap: 'allow',
  });
  expect(notices).toEqual({
    onSuccess: ['a@example.com', 'b@example.com'],
    onFailure: ['sales@example.com'],
  });
});

it('splits statements where they end, and binds inputs without pasting any', () => {
  const { pipeline, scripts } = parse();
  const script = scripts.get('20_load_sales') as Script;
  expect(bindScript(script, pipeline, { day: '2026-04-01' }, constants)).toEqual({
    sqls: [
      '-- a ; in a comment\ndelete from sales where day = :day',
      "insert into sales select ';', cast(:day as date)",
    ],
    parameters: [{ name: 'day', value: '2026-04-01' }],
  });
});

it('names the data bucket where nothing can be bound', () => {
  const { pipeline, scripts } = parse();
  const { sqls, parameters } = bindScript(
    scripts.get('10_load_item') as Script,
    pipeline,
    { day: '2026-04-01' },
    constants,
  );
  expect([sqls[1], parameters]).toEqual([
    "copy item from 's3://data-bucket/item.csv' iam_role default csv",
    [],
  ]);
  const strange = { data_bucket: "x' or 'y" };
  expect(() =>
    bindScript(scripts.get('10_load_item') as Script, pipeline, { day: '2026-04-01' }, strange),
  ).toThrow("is not a bucket's name");
});

it('lets a clause vanish with its input', () => {
  const yaml = (PIPELINE['pipeline.yaml'] as string).replace(
    'access:',
    '  - { name: state, type: text }\naccess:',
  );
  const text = 'delete from sales where day = :day [[ and state = :state ]]';
  const { pipeline, scripts } = parse({ 'pipeline.yaml': yaml, '20_load_sales.sql': text });
  const script = scripts.get('20_load_sales') as Script;
  const sqlFor = (values: Record<string, string>) => bindScript(script, pipeline, values, constants).sqls[0];
  expect(sqlFor({ day: '2026-04-01' })).not.toContain('state');
  expect(sqlFor({ day: '2026-04-01', state: 'WA' })).toContain('state = :state');
});

it('takes a procedure whole', () => {
  const procedure = 'create or replace procedure p() as $$ begin delete from sales; end; $$ language plpgsql';
  expect(bound(`${procedure};\ndelete from sales where day = :day;`).sqls[0]).toBe(procedure);
});

it.each<[string, Record<string, string | undefined>, string]>([
  [
    'a key that is not known',
    { 'pipeline.yaml': 'title: T\ncolour: red' },
    'pipeline.yaml, line 2: colour: is not a known key',
  ],
  ['a title that is not there', { 'pipeline.yaml': 'tags: []' }, 'pipeline.yaml, line 1: title'],
  [
    'a cron of five fields',
    { 'pipeline.yaml': 'title: T\nschedule: [{ cron: cron(0 6 * * *), time-zone: UTC }]' },
    'six fields',
  ],
  [
    'a time zone that is none',
    { 'pipeline.yaml': 'title: T\nschedule: [{ cron: cron(0 6 * * ? *), time-zone: Mars }]' },
    'IANA',
  ],
  [
    'a prefix outside raw/',
    { 'pipeline.yaml': 'title: T\ntrigger: { prefix: sample/ }' },
    'a prefix in raw/',
  ],
  [
    'an address that is none',
    { 'pipeline.yaml': 'title: T\non-failure: { notify: [me] }' },
    'e-mail address',
  ],
  ['a name that is none', { 'load.sql': 'select 1' }, 'load.sql: expected pipeline.yaml, or a script'],
  [
    'no script',
    { '10_load_customer.sql': undefined, '10_load_item.sql': undefined, '20_load_sales.sql': undefined },
    'no script',
  ],
  [
    'a parameter that nothing uses',
    { '20_load_sales.sql': 'select 1' },
    'day is declared but no script uses it',
  ],
  [
    'a parameter that is not declared',
    { '20_load_sales.sql': 'select :day,\n :other' },
    '20_load_sales.sql, line 2: :other is used',
  ],
  ['a caller', { '20_load_sales.sql': 'select :day, :caller_email' }, 'it has no caller'],
  ['a parameter in quotes', { '20_load_sales.sql': "select :day, '{{ day }}'" }, 'in quotes is only text'],
  [
    'a transaction of its own',
    { '20_load_sales.sql': 'select :day;\nCOMMIT' },
    'line 2: a script is one transaction',
  ],
  ['VACUUM', { '20_load_sales.sql': 'select :day; vacuum sales' }, 'VACUUM cannot run'],
  ['a setting', { '20_load_sales.sql': "select :day; set search_path to 'x'" }, 'SET changes'],
  ['a text that never ends', { '20_load_sales.sql': "select :day, 'x" }, 'never ends'],
  ['an empty script', { '20_load_sales.sql': '-- nothing;\n;' }, 'at least one statement'],
  [
    'too many statements',
    { '20_load_sales.sql': `select :day;${'select 1;'.repeat(40)}` },
    '40 statements at most',
  ],
])('refuses %s', (_what, change, message) => {
  expect(() => parse(change)).toThrow(expect.objectContaining({ name: 'InvalidTemplate' }));
  expect(() => parse(change)).toThrow(message);
});
