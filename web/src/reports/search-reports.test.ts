import { exampleReport } from '../data/testing/examples.ts';
import { searchReports, tagsOf } from './search-reports.ts';

const taxi = exampleReport;
const flights = {
  ...taxi,
  id: 'flights/delays',
  title: 'Delays',
  description: 'Late flights',
  tags: ['flights', 'daily'],
};
const all = [taxi, flights];

it.each([
  ['', [], [taxi, flights]],
  ['LATE', [], [flights]],
  ['taxi day', [], [taxi]],
  ['taxi late', [], []],
  ['flights/del', [], [flights]],
  ['', ['flights'], [flights]],
  ['', ['flights', 'taxi'], []],
])('finds by %j and tags %j', (words, tags, found) => {
  expect(searchReports(all, words, tags)).toEqual(found);
});

it('lists every tag once, in order', () => {
  expect(tagsOf([...all, flights])).toEqual(['daily', 'flights', 'taxi']);
});
