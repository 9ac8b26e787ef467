import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { guess } from './guess.ts';

const many = (...row: Cell[]): Cell[][] => Array.from({ length: 40 }, () => row);

it.each<[string, Record<string, string>, Cell[][], Chart | undefined]>([
  [
    'days and numbers',
    { n: 'int8', day: 'date', m: 'numeric' },
    many(1, '2001-01-01', 2),
    { type: 'line', x: 'day', y: ['n', 'm'] },
  ],
  [
    'days that come again for each of a few names',
    { day: 'timestamp', city: 'varchar', n: 'int8' },
    [
      ['2001-01-01', 'a', 1],
      ['2001-01-01', 'b', 2],
    ],
    { type: 'line', x: 'day', y: ['n'], series: 'city' },
  ],
  ['names and numbers', { city: 'varchar', n: 'int8' }, many('a', 1), { type: 'bar', x: 'city', y: ['n'] }],
  ['one row', { n: 'int8', m: 'int8' }, [[1, 2]], { type: 'number', x: undefined, y: ['n'] }],
  [
    'numbers that rise',
    { hour: 'int4', n: 'int8' },
    [
      [0, 5],
      [1, 3],
    ],
    { type: 'line', x: 'hour', y: ['n'] },
  ],
  ['numbers in disorder', { a: 'float8', b: 'int8' }, many(1, 2), { type: 'scatter', x: 'a', y: ['b'] }],
  [
    'names alone',
    { city: 'varchar' },
    many('a'),
    { type: 'bar', x: 'city', y: ['city'], combine: 'count', sort: 'largest' },
  ],
  ['nothing', {}, [], undefined],
])('suggests a chart of %s', (_what, types, rows, expected) => {
  const columns = Object.entries(types).map(([name, type]) => ({ name, type }));
  expect(guess(columns, rows)).toEqual(expected);
});
