import { exactText } from './exact-text.ts';

it.each([
  [
    '12345678901234567890.125',
    { format: 'number', decimals: 1, unit: 'mi' },
    '12,345,678,901,234,567,890.125 mi',
  ],
  ['12415.50', { format: 'currency', currency: 'USD', decimals: 0 }, '$12,415.50'],
  ['-9007199254740993', { format: 'number' }, '-9,007,199,254,740,993'],
  [12.5, { format: 'percent' }, '12.5%'],
  ['2001-01-02', { format: 'date' }, 'Jan 2, 2001'],
  ['2001-01-02 03:04:05.25', { format: 'datetime' }, '2001-01-02 03:04:05.25'],
  ['12415.50', {}, '12415.50'],
  ['Others (3)', { format: 'number' }, 'Others (3)'],
  [1e21, { format: 'number' }, '1e+21'],
] as const)('writes %j as %j: %s', (cell, format, text) => {
  expect(exactText(cell, format)).toBe(text);
});
