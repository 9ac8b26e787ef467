import { ReadoutError } from '@readout/client';
import type { ResultPage } from '@readout/runtime/contracts.ts';
import { type ResultReader, resultReader } from './result-reader.ts';

const columns = [{ name: 'n', type: 'int8' }];

/** A result of these pages; `read` has the tokens that were asked for. */
function result(...pages: ResultPage['rows'][]) {
  const read: (string | undefined)[] = [];
  const totalRows = pages.flat().length;
  const get = async (page = '0'): Promise<ResultPage> => {
    read.push(page);
    const rows = structuredClone(pages[Number(page)] ?? []);
    return {
      columns,
      rows,
      totalRows,
      ...(Number(page) + 1 < pages.length && { next: `${Number(page) + 1}` }),
    };
  };
  return { read, get };
}

it('reads the first page however few rows are wanted, and then as many as are', async () => {
  const { read, get } = result([['9007199254740993'], [null]], [[true]], [[4]]);
  const reader = resultReader(get);
  await reader.want(0);
  expect(reader.get()).toMatchObject({ loaded: 2, totalRows: 4, complete: false });
  await reader.want(3);
  expect(read).toEqual(['0', '1']);
  await reader.want(Number.POSITIVE_INFINITY);
  expect(reader.get()).toMatchObject({ columns, loaded: 4, complete: true });
  expect(reader.get().rows).toEqual([['9007199254740993'], [null], [true], [4]]);
  await reader.want(Number.POSITIVE_INFINITY);
  expect(read).toEqual(['0', '1', '2']);
});

it('extends what it is reading by a greater wish, and reads no page twice', async () => {
  const { read, get } = result([[1]], [[2]], [[3]]);
  const reader = resultReader(get);
  await Promise.all([1, 3, 2].map(reader.want));
  expect(read).toEqual(['0', '1', '2']);
});

it('tells the first page and the last, and those between no oftener than can be seen', async () => {
  let now = 0;
  const { get } = result(...Array.from({ length: 50 }, (_, n) => [[n]]));
  const reader = resultReader(get, () => {
    now += 10;
    return now;
  });
  const told: number[] = [];
  reader.subscribe(() => told.push(reader.get().loaded));
  await reader.want(50);
  expect(told).toEqual(expect.arrayContaining([1, 50]));
  expect(told.length).toBeGreaterThan(3);
  expect(told.length).toBeLessThan(20);
});

it('has the same columns all along, so that nothing is laid out anew for a page', async () => {
  const { get } = result([[1]], [[2]]);
  const reader = resultReader(async (page) => structuredClone(await get(page)));
  await reader.want(1);
  const first = reader.get().columns;
  await reader.want(2);
  expect(reader.get().columns).toBe(first);
});

it('keeps its rows when a page fails, and goes on from that page when it is told to', async () => {
  const { read, get } = result([[1], [2]], [[3]]);
  let broken = true;
  const reader = resultReader(async (page) => {
    if (page === '1' && broken) throw new ReadoutError('Unavailable', 'just now');
    return get(page);
  });
  await reader.want(3);
  expect(reader.get()).toMatchObject({ loaded: 2, complete: false, error: { name: 'Unavailable' } });
  broken = false;
  await reader.want(3);
  expect(read).toEqual(['0']);
  await reader.retry();
  expect(reader.get()).toMatchObject({ loaded: 3, complete: true, error: undefined });
  expect(reader.get().rows).toEqual([[1], [2], [3]]);
});

it('reads no further once nobody looks', async () => {
  const { read, get } = result([[1]], [[2]], [[3]]);
  const reader: ResultReader = resultReader(async (page) => {
    if (page === '1') reader.close();
    return get(page);
  });
  await reader.want(3);
  expect(read).toEqual(['0', '1']);
});
