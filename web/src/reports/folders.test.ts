import { folderOf, foldersOf, isIn } from './folders.ts';

it('finds every folder, each below the one that it is in', () => {
  const ids = ['taxi/daily', 'finance/day/a', 'finance/day/b', 'alone', 'finance/z', 'finance-old/x'];
  expect(foldersOf(ids.map((id) => ({ id })))).toEqual([
    { path: 'finance', name: 'finance', depth: 0, count: 3 },
    { path: 'finance/day', name: 'day', depth: 1, count: 2 },
    { path: 'finance-old', name: 'finance-old', depth: 0, count: 1 },
    { path: 'taxi', name: 'taxi', depth: 0, count: 1 },
  ]);
});

it('knows what is in a folder', () => {
  expect(['taxi/daily', 'alone', 'a/b/c'].map(folderOf)).toEqual(['taxi', '', 'a/b']);
  expect([isIn('a/b/c', 'a'), isIn('a/b/c', 'a/b'), isIn('ab/c', 'a'), isIn('a', 'a')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
