import { shownColumns } from '../shown-columns.ts';
import { filterText } from './filter-text.ts';
import { type FilterDraft, readFilter } from './read-filter.ts';

const [number, date, time, text] = shownColumns(
  [
    { name: 'fare', type: 'numeric' },
    { name: 'day', type: 'date' },
    { name: 'at', type: 'timestamp' },
    { name: 'city', type: 'varchar' },
  ],
  { fare: { label: 'Fare', format: 'currency', currency: 'USD', decimals: 2 } },
);
const draft = (change: Partial<FilterDraft>): FilterDraft => ({
  kind: 'range',
  values: [],
  from: '',
  to: '',
  text: '',
  ...change,
});

it.each([
  [number, { from: ' 9007199254740993 ' }, { column: 0, kind: 'range', from: '9007199254740993', to: null }],
  [number, { from: '-1,5', to: '+2' }, { column: 0, kind: 'range', from: '-1.5', to: '2' }],
  [date, { to: '2015-12-01' }, { column: 1, kind: 'range', from: null, to: '2015-12-01' }],
  [
    time,
    { from: '2015-12-01', to: '2015-12-01' },
    { column: 2, kind: 'range', from: '2015-12-01', to: '2015-12-01 23:59:59.999999' },
  ],
  [time, { from: '2015-12-01T10:00' }, { column: 2, kind: 'range', from: '2015-12-01 10:00', to: null }],
  [text, { from: 'a', to: 'b' }, { column: 3, kind: 'range', from: 'a', to: 'b' }],
  [text, { kind: 'text', text: ' x' }, { column: 3, kind: 'text', text: ' x' }],
  [text, { kind: 'values', values: ['a', null] }, { column: 3, kind: 'values', values: ['a', null] }],
  [text, { kind: 'present' }, { column: 3, kind: 'range', from: null, to: null }],
  [text, { kind: 'absent' }, { column: 3, kind: 'values', values: [null] }],
  [number, { from: '12 dollars' }, { field: 'from', problem: 'number' }],
  [number, { to: '1,000,000' }, { field: 'to', problem: 'number' }],
  [number, { from: '10', to: '9' }, { field: 'from', problem: 'order' }],
  [number, {}, { field: 'from', problem: 'empty' }],
  [date, { from: '1.12.2015' }, { field: 'from', problem: 'date' }],
  [time, { to: 'noon' }, { field: 'to', problem: 'date' }],
  [text, { kind: 'text' }, { field: 'text', problem: 'empty' }],
  [text, { kind: 'values' }, { field: 'values', problem: 'none' }],
] as [typeof number, Partial<FilterDraft>, object][])('reads %#', (column, change, expected) => {
  if (!column) throw new Error('no column');
  expect(readFilter(column, draft(change))).toEqual(expected);
});

it.each([
  [{ kind: 'range', from: '10', to: '20.5' }, 'Fare: $10.00 to $20.50'],
  [{ kind: 'range', from: null, to: 3 }, 'Fare: $3.00 or less'],
  [{ kind: 'range', from: 3, to: null }, 'Fare: $3.00 or more'],
  [{ kind: 'range', from: null, to: null }, 'Fare is there'],
  [{ kind: 'text', text: '5' }, 'Fare contains “5”'],
  [{ kind: 'values', values: [null, 1, 2, 3, 4] }, 'Fare: NULL, $1.00, $2.00 and 2 more'],
] as const)('says %j', (filter, said) => {
  if (!number) throw new Error('no column');
  expect(filterText({ column: 0, ...filter } as Parameters<typeof filterText>[0], number)).toBe(said);
});
