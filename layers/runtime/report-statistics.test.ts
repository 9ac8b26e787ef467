import { exampleStatement, noon } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000).toISOString();

/** The statement of this number, which began at noon and took so many seconds. */
const count = (index: number, seconds: number, change: object = {}) =>
  tables.statistics.count(
    exampleStatement({
      id: `statement-${index}`,
      status: 'succeeded',
      startedAt: at(0),
      endedAt: at(seconds),
      ...change,
    }),
  );
const usual = () => tables.statistics.of('taxi/daily');

test('nothing is known of a report that was never run', async () => {
  expect(await usual()).toEqual({});
  expect(await tables.statistics.all()).toEqual(new Map());
});

test.each<[number[], number]>([
  [[4], 4],
  [[1, 2], 1.5],
  [[9, 1, 2], 2],
  [[10, 1, 2, 3], 2.5],
  [[0.1, 0.2], 0.15],
])('of %j seconds, %d is usual', async (took, seconds) => {
  for (const [index, one] of took.entries()) await count(index, one);
  expect(await usual()).toEqual({ usualSeconds: seconds, lastRunAt: at(Math.max(...took)) });
});

test('a statement that is told again counts once', async () => {
  await count(1, 1);
  await count(2, 5);
  await count(3, 5);
  for (const _ of [1, 2, 3]) await count(1, 1);
  expect(await usual()).toMatchObject({ usualSeconds: 5 });
});

test('only the last 25 count', async () => {
  for (let index = 0; index < 25; index++) await count(index, 100);
  for (let index = 25; index < 38; index++) await count(index, 1);
  expect(await usual()).toMatchObject({ usualSeconds: 1 });
});

test('one that nobody saw begin says when, and not how long', async () => {
  await count(1, 7, { startedAt: undefined });
  expect(await usual()).toEqual({ lastRunAt: at(7) });
});

test('reports are counted apart', async () => {
  await count(1, 1);
  await count(2, 2, { report: 'taxi/trips' });
  expect(await tables.statistics.all()).toEqual(
    new Map([
      ['taxi/daily', { usualSeconds: 1, lastRunAt: at(1) }],
      ['taxi/trips', { usualSeconds: 2, lastRunAt: at(2) }],
    ]),
  );
});

test('none is lost that ends at the same moment as others', async () => {
  await Promise.all([1, 2, 3].map((index) => count(index, index)));
  expect(await usual()).toMatchObject({ usualSeconds: 2, lastRunAt: at(3) });
});
