import { newestLoad, oldestLoad } from './datasets.ts';
import { noon } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const hour = (hours: number) => new Date(noon.getTime() + hours * 3600_000);
const oldest = async (...names: string[]) => oldestLoad(names, await tables.datasets.loads());

test('a table’s load is found under each of its names', async () => {
  await tables.datasets.markLoaded(['Flights', 'sales.orders'], noon);
  for (const name of ['flights', 'public.flights', 'PUBLIC.Flights', 'Sales.Orders'])
    expect(await oldest(name)).toBe(noon.toISOString());
  expect(await oldest('orders')).toBeUndefined();
});

test('data of several tables is as old as the oldest', async () => {
  await tables.datasets.markLoaded(['flights'], hour(2));
  await tables.datasets.markLoaded(['airports'], hour(1));
  expect(await oldest('flights', 'airports')).toBe(hour(1).toISOString());
});

test('what was read of several tables is of old when one of them was loaded since', async () => {
  await tables.datasets.markLoaded(['flights'], hour(2));
  await tables.datasets.markLoaded(['airports'], hour(1));
  const loads = await tables.datasets.loads();
  expect(newestLoad(['airports', 'flights', 'weather'], loads)).toBe(hour(2).toISOString());
  expect(newestLoad(['weather'], loads)).toBeUndefined();
});

test('nothing is said when one of the tables is not known, or none is named', async () => {
  await tables.datasets.markLoaded(['flights'], noon);
  expect(await oldest('flights', 'weather')).toBeUndefined();
  expect(await oldest()).toBeUndefined();
});

test('a later load counts, and an earlier one that is told late does not', async () => {
  for (const hours of [1, 3, 2]) await tables.datasets.markLoaded(['flights'], hour(hours));
  expect(await oldest('flights')).toBe(hour(3).toISOString());
});
