import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { guessKeys } from './key-columns.ts';
import { isShared, pairColumns } from './paired-columns.ts';

const column = (name: string, type = 'varchar'): Column => ({ name, type });
const guess = (columns: Column[], left: Cell[][], right: Cell[][] = left) =>
  guessKeys(pairColumns(columns, columns).filter(isShared), left, right).map(({ name }) => name);

const carrier = column('carrier');
const day = column('day', 'date');
const trips = column('trips', 'int8');

it('takes the first text or date that is unique in both', () => {
  expect(
    guess(
      [trips, carrier, day],
      [
        [1, 'AA', '2001-01-01'],
        [1, 'AA', '2001-01-02'],
      ],
    ),
  ).toEqual(['day']);
  expect(
    guess(
      [carrier, day],
      [
        ['AA', '1'],
        ['B', '2'],
      ],
      [
        ['AA', '1'],
        ['AA', '2'],
      ],
    ),
  ).toEqual(['day']);
});

it('takes the fewest that are unique together', () => {
  const rows = [
    ['AA', '1', 'x'],
    ['AA', '2', 'x'],
    ['B', '1', 'x'],
  ];
  expect(guess([carrier, day, column('note')], rows)).toEqual(['carrier', 'day']);
});

it('takes a number that is unique where no text is, and names a row with it', () => {
  expect(
    guess(
      [carrier, trips],
      [
        ['AA', 1],
        ['AA', 2],
      ],
    ),
  ).toEqual(['trips']);
  const rows = [
    ['AA', 1],
    ['AA', 2],
    ['B', 1],
  ];
  expect(guess([carrier, trips], rows)).toEqual(['carrier', 'trips']);
});

it('takes all texts and dates where nothing is unique', () => {
  expect(
    guess(
      [carrier, trips],
      [
        ['AA', 1],
        ['AA', 1],
      ],
    ),
  ).toEqual(['carrier']);
  expect(guess([trips], [[1], [1]])).toEqual([]);
});

it('tells NULL from the text', () => {
  expect(guess([carrier], [[null], ['null']])).toEqual(['carrier']);
});

it('pairs columns by name, the second of a name with the second', () => {
  const pairs = pairColumns([carrier, day, carrier], [day, carrier, column('new')]);
  expect(pairs.map(({ name, left, right }) => [name, left, right])).toEqual([
    ['carrier', 0, 1],
    ['day', 1, 0],
    ['carrier', 2, undefined],
    ['new', undefined, 2],
  ]);
});
