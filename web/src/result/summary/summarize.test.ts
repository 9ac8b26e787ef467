import type { Cell } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { summarize } from './summarize.ts';

const of = (type: string, cells: Cell[], places?: Uint32Array) =>
  summarize({ rows: cells.map((cell) => ['beside', cell]), places }, { name: 'c', type }, 1, () => undefined);

it('counts what is there, what is not, and what is different', async () => {
  expect(await of('varchar', ['b', null, 'a', 'b', ''])).toEqual({
    values: 4,
    nulls: 1,
    distinct: 3,
    least: '',
    greatest: 'b',
    frequent: [
      { cell: 'b', count: 2 },
      { cell: 'a', count: 1 },
      { cell: '', count: 1 },
    ],
    bins: [],
  });
});

it('sums and halves integers that a double cannot hold', async () => {
  const cells = ['9007199254740993', '9007199254740993', 3];
  expect(await of('int8', cells)).toMatchObject({
    sum: '18014398509481989',
    mean: '6004799503160663',
    least: 3,
    greatest: '9007199254740993',
  });
});

it.each<[string, Cell[], Cell, Cell]>([
  ['numeric', ['0.10', '0.20', null], '0.30', '0.15'],
  ['int4', [1, 2, 2], '5', '1.6667'],
  ['float8', [0.1, 0.2], 0.3, 0.15],
  ['float8', [1e308, 1e308], 'Infinity', 'Infinity'],
])('gives %s %j their sum and mean', async (type, cells, sum, mean) => {
  const found = await of(type, cells);
  if (typeof sum !== 'number') return expect(found).toMatchObject({ sum, mean });
  expect(found.sum).toBeCloseTo(sum, 15);
  expect(found.mean).toBeCloseTo(Number(mean), 15);
});

it('says nothing of what is not there', async () => {
  const found = await of('int4', [null, null]);
  expect(found).toEqual({
    values: 0,
    nulls: 2,
    distinct: 0,
    least: null,
    greatest: null,
    frequent: [],
    bins: [],
  });
});

it('looks at the chosen rows only', async () => {
  expect(await of('int4', [1, 2, 3], Uint32Array.of(2, 0))).toMatchObject({ values: 2, sum: '4' });
});

it.each<[string, Cell[], Cell, Cell]>([
  ['int4', [0, 24, 12, 12], 0, 24],
  ['date', ['2015-01-01', '2015-01-25'], '2015-01-01', '2015-01-25'],
  [
    'timestamp',
    ['2015-01-01 00:00:00', '2015-01-01 00:00:24.0'],
    '2015-01-01 00:00:00',
    '2015-01-01 00:00:24',
  ],
  [
    'timestamptz',
    ['2015-01-01 00:00:00+00', '2015-01-02 00:00:00+00'],
    '2015-01-01 00:00:00',
    '2015-01-02 00:00:00',
  ],
])('spreads %s from the least to the greatest', async (type, cells, from, to) => {
  const { bins } = await of(type, cells);
  expect(bins[0]).toMatchObject({ from, count: 1 });
  expect(bins.at(-1)).toMatchObject({ to, count: 1 });
});

it('has every number in one bin, and the sum of all', async () => {
  const cells = fc.array(fc.oneof(fc.bigInt(), fc.integer()).map(String), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(cells, async (all) => {
      const { bins, sum, values, frequent, distinct } = await of('int8', all);
      expect(sum).toBe(String(all.reduce((total, one) => total + BigInt(one), 0n)));
      expect([0, all.length]).toContain(bins.reduce((total, { count }) => total + count, 0));
      expect(values).toBe(all.length);
      expect(distinct).toBe(new Set(all).size);
      expect(frequent.length).toBe(Math.min(5, distinct));
    }),
  );
});
