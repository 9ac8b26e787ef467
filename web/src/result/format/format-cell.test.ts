import type { Cell, ColumnFormat } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { cellFormat, zoneOf } from './format-cell.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it.each<[ColumnFormat | undefined, Cell, string]>([
  [undefined, '0012.50', '0012.50'],
  [undefined, null, 'NULL'],
  [{ format: 'text' }, 1234567, '1234567'],
  [{ format: 'number' }, '9223372036854775807', '9,223,372,036,854,775,807'],
  [{ format: 'number' }, '-1234.5000', '-1,234.5000'],
  [{ format: 'number', decimals: 1 }, '0.25', '0.3'],
  [{ format: 'number', decimals: 0 }, '-0.5', '-1'],
  [{ format: 'number', unit: 'mi' }, 1234, '1,234 mi'],
  [{ format: 'number' }, 'NaN', 'NaN'],
  [{ format: 'number' }, 1e21, '1e+21'],
  [
    { format: 'currency', currency: 'USD', decimals: 2 },
    '12345678901234567.895',
    '$12,345,678,901,234,567.90',
  ],
  [{ format: 'currency', currency: 'USD', decimals: 2 }, '-0.5', '-$0.50'],
  [{ format: 'percent', decimals: 1 }, '12.25', '12.3%'],
  [{ format: 'date' }, '2015-12-01', 'Dec 1, 2015'],
  [{ format: 'date' }, '2015-12-01 23:59:59', 'Dec 1, 2015'],
  [{ format: 'datetime' }, '2015-12-01 23:59:59.5', 'Dec 1, 2015, 11:59:59 PM'],
  [{ format: 'datetime' }, '2015-12-01 23:59:59-05', 'Dec 2, 2015, 4:59:59 AM'],
  [{ format: 'datetime' }, 'infinity', 'infinity'],
  [{ format: 'date' }, '0044-03-15 BC', '0044-03-15 BC'],
])('%j says of %j: %s', (format, cell, text) => {
  expect(plain(cellFormat(format)(cell))).toBe(text);
});

it('groups digits of any number, and keeps each of them', () => {
  const format = cellFormat({ format: 'number' });
  fc.assert(
    fc.property(fc.bigInt(), fc.nat({ max: 99_999 }), (whole, part) => {
      const text = `${whole}.${part}`;
      expect(format(text).replaceAll(',', '')).toBe(text);
      expect(format(String(whole)).replaceAll(',', '')).toBe(String(whole));
    }),
  );
});

it('states the zone of times, as far as it is known', () => {
  const zone = (type: string, format?: ColumnFormat) => zoneOf({ name: 'c', type }, format);
  expect(zone('timestamptz', { zone: 'Europe/Berlin' })).toBe('UTC');
  expect(zone('timestamp', { zone: 'Europe/Berlin' })).toBe('Europe/Berlin');
  expect(zone('timestamp')).toBeUndefined();
  expect(zone('date', { zone: 'Europe/Berlin' })).toBeUndefined();
});
