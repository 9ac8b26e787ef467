import { exampleRun } from '@readout/client/testing/examples.ts';
import type { ResultState } from '../data/result-reader.ts';
import { capText, readablePart } from './cap-text.ts';

const read = (change: Partial<ResultState>): ResultState => ({
  columns: [],
  rows: [],
  loaded: change.rows?.length ?? 0,
  complete: false,
  loading: false,
  ...change,
});
const done = (rows: number, maxRows?: number) => exampleRun({ status: 'succeeded', rows, maxRows });

it('says before a row is read that some never can be', () => {
  expect(capText(done(2_345, 1_000), read({}))).toBe(
    'The first 1,000 of 2,345 rows can be read; narrow the inputs to see the rest.',
  );
});

it.each([
  ['no limit', done(2_345), {}],
  ['a limit that is just met', done(1_000, 1_000), { complete: true }],
  ['a result that is not read yet', exampleRun({ status: 'succeeded', maxRows: 10 }), {}],
])('says nothing of %s', (_what, run, state) => {
  expect(capText(run, read(state))).toBeUndefined();
});

it('believes the last page, which may have been read under another limit', () => {
  expect(capText(done(2_345, 1_000), read({ capped: { rows: 500 }, totalRows: 2_345, complete: true }))).toBe(
    'The first 500 of 2,345 rows can be read; narrow the inputs to see the rest.',
  );
});

it('tells a chart what part it is of', () => {
  expect(readablePart(done(2_345, 1_000), read({}))).toEqual({ readable: 1_000, all: 2_345 });
  expect(readablePart(done(1_000, 1_000), read({}))).toBeUndefined();
  const state = read({ capped: { bytes: 20_000_000 }, rows: [[1], [2]], totalRows: 9_000, complete: true });
  expect(readablePart(done(9_000), state)).toEqual({ readable: 2, all: 9_000 });
});

it('says how many rows the most bytes are', () => {
  const state = read({ capped: { bytes: 20_000_000 }, rows: [[1], [2]], totalRows: 9_000, complete: true });
  expect(capText(done(9_000, 100_000), state)).toBe(
    'A result can be read up to 20 MB, which is its first 2 of 9,000 rows; narrow the inputs to see the rest.',
  );
});
