import type { ResultPage } from '@readout/runtime/contracts.ts';
import { ReadoutError } from './readout-error.ts';
import { resultReader } from './result-reader.ts';

const columns = [{ name: 'n', type: 'int8' }];
const pages: Record<string, ResultPage> = {
  first: { columns, rows: [['9007199254740993'], [null]], totalRows: 3, next: 'second' },
  second: { columns, rows: [[true]], totalRows: 3 },
};

it('reads page after page to the last, and no further', async () => {
  const read: (string | undefined)[] = [];
  const reader = resultReader(async (page) => {
    read.push(page);
    return pages[page ?? 'first'] as ResultPage;
  });
  await reader.more();
  expect(reader.get()).toMatchObject({ rows: [['9007199254740993'], [null]], totalRows: 3, complete: false });
  await reader.more();
  await reader.more();
  expect(reader.get()).toMatchObject({ rows: [['9007199254740993'], [null], [true]], complete: true });
  expect(read).toEqual([undefined, 'second']);
});

it('reads a page once, however often it is asked for meanwhile', async () => {
  const answers: ((page: ResultPage) => void)[] = [];
  const reader = resultReader(() => new Promise((resolve) => answers.push(resolve)));
  const one = reader.more();
  const two = reader.more();
  expect(reader.get().loading).toBe(true);
  answers[0]?.(pages.second as ResultPage);
  await Promise.all([one, two]);
  expect(answers).toHaveLength(1);
  expect(reader.get().rows).toEqual([[true]]);
});

it('keeps its rows when a page fails, and reads that page again', async () => {
  let broken = false;
  const reader = resultReader(async (page) => {
    if (broken) throw new ReadoutError('Unavailable', 'just now');
    return pages[page ?? 'first'] as ResultPage;
  });
  await reader.more();
  broken = true;
  await reader.more();
  expect(reader.get()).toMatchObject({ loading: false, complete: false, error: { name: 'Unavailable' } });
  expect(reader.get().rows).toHaveLength(2);
  broken = false;
  await reader.more();
  expect(reader.get().error).toBeUndefined();
  expect(reader.get().complete).toBe(true);
  expect(reader.get().rows).toHaveLength(3);
});
