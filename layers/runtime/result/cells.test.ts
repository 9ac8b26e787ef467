import type { Field } from '@aws-sdk/client-redshift-data';
import { cellOf } from './cells.ts';

test.each([
  [{ isNull: true }, null],
  [{ stringValue: '' }, ''],
  [{ stringValue: '123.4500' }, '123.4500'],
  [{ longValue: 0 }, 0],
  [{ doubleValue: 0.1 }, 0.1],
  [{ doubleValue: Number.NaN }, 'NaN'],
  [{ doubleValue: Number.NEGATIVE_INFINITY }, '-Infinity'],
  [{ booleanValue: false }, false],
  [{ blobValue: Uint8Array.of(97, 98, 99) }, 'YWJj'],
])('%j is the cell %j', (field, cell) => {
  expect(cellOf(field as Field)).toBe(cell);
});

test('a kind that is not known is an error, not an empty cell', () => {
  expect(() => cellOf({ $unknown: ['superValue', {}] })).toThrow('$unknown');
});
