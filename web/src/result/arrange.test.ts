import type { Cell } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { type Arrangement, arrange } from './arrange.ts';
import { slices } from './slices.ts';

const columns = [
  { name: 'n', type: 'int8' },
  { name: 't', type: 'varchar' },
];
const never = () => undefined;
const shown = async (rows: Cell[][], arrangement: Partial<Arrangement>) => {
  const places = await arrange(rows, columns, { filters: [], order: [], ...arrangement }, never);
  return [...places].map((at) => rows[at] as Cell[]);
};
const rows: Cell[][] = [
  [2, 'b'],
  [null, 'a'],
  ['9007199254740993', 'a'],
  ['9007199254740992', 'b'],
  [2, 'a'],
  [10, null],
];

it('orders by one column, NULL last either way', async () => {
  const numbers = async (descending: boolean) =>
    (await shown(rows, { order: [{ column: 0, descending }] })).map(([n]) => n);
  expect(await numbers(false)).toEqual([2, 2, 10, '9007199254740992', '9007199254740993', null]);
  expect(await numbers(true)).toEqual(['9007199254740993', '9007199254740992', 10, 2, 2, null]);
});

it('orders by several columns, the first outranking the second', async () => {
  const order = [
    { column: 1, descending: true },
    { column: 0, descending: false },
  ];
  expect(await shown(rows, { order })).toEqual([
    [2, 'b'],
    ['9007199254740992', 'b'],
    [2, 'a'],
    ['9007199254740993', 'a'],
    [null, 'a'],
    [10, null],
  ]);
});

it('shows what passes every filter, as it came', async () => {
  const filters: Arrangement['filters'] = [
    { column: 1, kind: 'values', values: ['a', null] },
    { column: 0, kind: 'range', from: 2, to: 10 },
  ];
  expect(await shown(rows, { filters })).toEqual([
    [2, 'a'],
    [10, null],
  ]);
});

it('orders any rows as a stable sort does, however they are sliced', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 9_000, size: 'max' }),
      async (ns) => {
        const all = ns.map((n, at): Cell[] => [n, `${at}`]);
        const expected = all.toSorted(([a = null], [b = null]) =>
          a === null || b === null ? Number(a === null) - Number(b === null) : Number(a) - Number(b),
        );
        const found = await arrange(
          all,
          columns,
          { filters: [], order: [{ column: 0, descending: false }] },
          async () => {},
        );
        expect([...found].map((at) => all[at])).toEqual(expected);
      },
    ),
    { numRuns: 20 },
  );
});

it('lets the page breathe, and ends when nobody wants it any more', async () => {
  const leaving = new AbortController();
  let now = 0;
  let turns = 0;
  const pause = slices(
    leaving.signal,
    async () => {
      turns += 1;
      if (turns === 5) leaving.abort(new Error('left'));
    },
    () => {
      now += 3;
      return now;
    },
  );
  const all = Array.from({ length: 100_000 }, (_, n): Cell[] => [n, null]);
  await expect(arrange(all, columns, { filters: [], order: [] }, pause)).rejects.toThrow('left');
  expect(turns).toBe(5);
});
