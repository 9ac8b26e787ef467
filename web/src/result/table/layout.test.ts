import { shownColumns } from '../shown-columns.ts';
import { keepPlacements, keptPlacements, layoutOf, placementsOf } from './layout.ts';

const columns = shownColumns(
  ['a', 'b', 'c'].map((name) => ({ name, type: 'varchar' })),
  { b: { hide: true }, c: { width: 90 } },
);
const named = (layout: ReturnType<typeof layoutOf>) => layout.map(({ column, ...rest }) => [column.id, rest]);

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  globalThis.localStorage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  } as unknown as Storage;
});

it('stands as the report says at first', () => {
  expect(named(layoutOf(columns, []))).toEqual([
    ['a', { hidden: false }],
    ['b', { hidden: true }],
    ['c', { hidden: false, width: 90 }],
  ]);
});

it('stands as it was left, whatever columns have come and gone', () => {
  const kept = placementsOf([
    { colId: 'c', hide: false, pinned: 'left', flex: null, width: 200 },
    { colId: 'gone', hide: true, flex: 3, width: 100 },
    { colId: 'b', hide: false, flex: 100, width: 132 },
  ]);
  keepPlacements('taxi/daily', kept);
  expect(keptPlacements('taxi/trips')).toEqual([]);
  expect(named(layoutOf(columns, keptPlacements('taxi/daily')))).toEqual([
    ['c', { hidden: false, pinned: 'left', width: 200 }],
    ['b', { hidden: false }],
    ['a', { hidden: false }],
  ]);
  keepPlacements('taxi/daily', []);
  expect(keptPlacements('taxi/daily')).toEqual([]);
});

it.each(['{', 'null', '7', '[null, 3]'])('takes %s for nothing kept', (text) => {
  store.set('readout.columns.r', text);
  expect(keptPlacements('r')).toEqual([]);
});
