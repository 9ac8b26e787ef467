import { exampleReport } from '@readout/client/testing/examples.ts';
import { wordsOf } from './fold-text.ts';
import { searchReports, tagsOf } from './search-reports.ts';

const taxi = { ...exampleReport, owner: 'Taxi data team' };
const flights = {
  ...exampleReport,
  id: 'flights/delays',
  title: 'Delays',
  description: 'Late flights, also to São Paulo',
  tags: ['flights', 'daily'],
  source: 'Bureau of Transportation',
};
const all = [taxi, flights];

it.each([
  ['', [taxi, flights]],
  ['LATE', [flights]],
  ['day taxi', [taxi]],
  ['taxi late', []],
  ['flights/del', [flights]],
  ['sao', [flights]],
  ['SÃO paulo', [flights]],
  ['data team', [taxi]],
  ['bureau', [flights]],
  ['.*', []],
])('finds by %j', (search, found) => {
  expect(searchReports(all, wordsOf(search))).toEqual(found);
});

it('puts the best first: title, tag, id, and then the rest', () => {
  const one = (id: string, change: object) => ({ ...exampleReport, id, title: id, tags: [], ...change });
  const reports = [
    one('d', { description: 'of weather' }),
    one('weather/c', { title: 'c' }),
    one('b', { tags: ['weather'] }),
    one('a', { title: 'The weather' }),
  ];
  expect(searchReports(reports, ['weather']).map(({ id }) => id)).toEqual(['a', 'b', 'weather/c', 'd']);
});

it('lists every tag once, the most frequent first', () => {
  expect(tagsOf([...all, { ...flights, tags: ['flights', 'flights', 'air'] }])).toEqual([
    { tag: 'flights', count: 2 },
    { tag: 'air', count: 1 },
    { tag: 'daily', count: 1 },
    { tag: 'taxi', count: 1 },
  ]);
});
