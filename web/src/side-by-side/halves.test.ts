import { halfSearch } from './halves.ts';

const search = new URLSearchParams('left=taxi/daily&left.month=2015-12&right=flights/delays&right.hour=3');

it("replaces one half's report and inputs, and leaves the other half's", () => {
  const changed = halfSearch(search, 'left', 'taxi/vendors', new URLSearchParams('left.n=1'));
  expect(Object.fromEntries(changed)).toEqual({
    left: 'taxi/vendors',
    'left.n': '1',
    right: 'flights/delays',
    'right.hour': '3',
  });
});

it('forgets the inputs of the report that was there before', () => {
  expect(halfSearch(search, 'right', 'taxi/daily').has('right.hour')).toBe(false);
});
