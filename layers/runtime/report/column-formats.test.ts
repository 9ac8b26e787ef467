import { parseTemplate } from './parse-template.ts';

const parse = (columns: string) =>
  parseTemplate(`/*---\ntitle: T\ncolumns:\n  fare: ${columns}\n---*/ select 1 as fare`, 't').report.columns;

it.each<[string, object]>([
  [
    '{ label: " Fare ", format: currency, currency: USD, decimals: 2, width: 120 }',
    { label: 'Fare', format: 'currency', currency: 'USD', decimals: 2, width: 120 },
  ],
  ['{ format: number, unit: mi }', { format: 'number', unit: 'mi' }],
  ['{ format: datetime, zone: America/New_York }', { format: 'datetime', zone: 'America/New_York' }],
  ['{ zone: UTC, hide: true }', { zone: 'UTC', hide: true }],
  ['{}', {}],
])('takes %s', (text, format) => {
  expect(parse(text)).toEqual({ fare: format });
});

it.each([
  ['{ colour: red }', 'columns.fare.colour: is not a known key'],
  ['{ format: money }', 'columns.fare.format: '],
  ['{ format: currency }', 'columns.fare.format: currency needs the key currency, such as USD'],
  [
    '{ format: currency, currency: dollar }',
    'columns.fare.currency: expected the code of a currency, such as USD',
  ],
  ['{ format: number, currency: USD }', 'columns.fare.currency: goes with format currency'],
  ['{ decimals: 2 }', 'columns.fare.decimals: goes with format number, currency or percent'],
  ['{ format: number, decimals: 21 }', 'columns.fare.decimals: '],
  ['{ format: percent, unit: mi }', 'columns.fare.unit: goes with format number'],
  ['{ zone: New York }', 'columns.fare.zone: expected a time zone, such as America/New_York'],
  ['{ format: date, zone: UTC }', 'columns.fare.zone: goes with format datetime'],
  ['{ width: 4 }', 'columns.fare.width: '],
  ['plain', 'columns.fare: '],
])('refuses %s, by line and key', (text, problem) => {
  expect(() => parse(text)).toThrow(`reports/t.sql, line 4: ${problem}`);
});
