import { exampleReport } from '@readout/client/testing/examples.ts';
import { type Own, sectionsOf } from './sections.ts';
import { type Wish, wishOf } from './wish.ts';

const ids = ['taxi/daily', 'taxi/trips', 'flights/delays', 'flights/old/routes', 'alone'];
const all = ids.map((id) => ({
  ...exampleReport,
  id,
  title: id,
  tags: [id.startsWith('taxi') ? 'taxi' : 'air'],
}));
const own: Own = { favourites: ['taxi/trips', 'gone'], recent: ['flights/delays', 'taxi/trips'] };

const shown = (search: string, mine = own) => {
  const wish: Wish = wishOf(new URLSearchParams(search));
  return sectionsOf(all, wish, mine).map(
    ({ kind, folder, reports }) => `${folder || kind}: ${reports.map(({ id }) => id).join(' ')}`,
  );
};

it('begins with favourites and what was run, and shows every report once', () => {
  expect(shown('')).toEqual([
    'favourites: taxi/trips',
    'recent: flights/delays',
    'folder: alone',
    'flights/old: flights/old/routes',
    'taxi: taxi/daily',
  ]);
});

it('shows but folders to who has neither', () => {
  expect(shown('', { favourites: [], recent: [] })).toEqual([
    'folder: alone',
    'flights: flights/delays',
    'flights/old: flights/old/routes',
    'taxi: taxi/daily taxi/trips',
  ]);
});

it.each([
  ['folder=flights', ['flights: flights/delays', 'flights/old: flights/old/routes']],
  ['folder=flights/old', ['flights/old: flights/old/routes']],
  ['q=flights', ['matches: flights/delays flights/old/routes']],
  ['tag=taxi', ['matches: taxi/daily taxi/trips']],
  ['tag=taxi&tag=air', []],
  ['q=daily&folder=flights', []],
  ['list=favourites', ['favourites: taxi/trips']],
  ['list=recent', ['recent: flights/delays taxi/trips']],
  ['list=recent&q=taxi', ['recent: taxi/trips']],
])('of %s shows %j', (search, expected) => {
  expect(shown(search)).toEqual(expected);
});

it('shows the last five that were run first, and all of them in their own list', () => {
  const many = Array.from({ length: 7 }, (_, at) => ({ ...exampleReport, id: `m/${at}`, title: `${at}` }));
  const mine = { favourites: [], recent: many.map(({ id }) => id).reverse() };
  const count = (search: string) =>
    sectionsOf(many, wishOf(new URLSearchParams(search)), mine).map(({ reports }) => reports.length);
  expect(count('')).toEqual([5, 2]);
  expect(count('list=recent')).toEqual([7]);
});
