import { manualTimer } from '@readout/client/testing/manual-timer.ts';
import { dashboardEditionOf, editionOf, savedReports } from './saved-reports.ts';

const setup = () => {
  const timer = manualTimer();
  const told: unknown[] = [];
  const saved = savedReports({ after: timer.after, random: () => 0.5 }, (reports) => told.push(reports));
  return { timer, told, saved, edition: (id: string) => editionOf(saved.get(), id) };
};

it('makes another edition of what was saved and of nothing else, in its share of the time', () => {
  const { timer, told, saved, edition } = setup();
  const [a, b] = [edition('a'), edition('b')];
  saved.hear({ type: 'reports', reports: ['a'], within: 1000 });
  timer.advance(499);
  expect(edition('a')).toBe(a);
  timer.advance(1);
  expect(edition('a')).not.toBe(a);
  expect(edition('b')).toBe(b);
  expect(told).toEqual([['a']]);
});

it('makes another edition of a dashboard that was saved, or whose report was, and of no report of its name', () => {
  const { timer, told, saved, edition } = setup();
  const tiles = [{ report: 'a' }] as Parameters<typeof dashboardEditionOf>[2];
  const editions = () => dashboardEditionOf(saved.get(), 'b', tiles);
  const [b, first] = [edition('b'), editions()];
  saved.hear({ type: 'dashboards', dashboards: ['b'], within: 0 });
  timer.advance(0);
  const second = editions();
  expect(second).not.toBe(first);
  expect(edition('b')).toBe(b);
  expect(told).toEqual([]);
  saved.hear({ type: 'reports', reports: ['a'], within: 0 });
  timer.advance(0);
  expect(editions()).not.toBe(second);
});

it('counts every save', () => {
  const { timer, saved, edition } = setup();
  const editions = [0, 1, 2].map(() => {
    saved.hear({ type: 'reports', reports: ['a'], within: 0 });
    timer.advance(0);
    return edition('a');
  });
  expect(new Set(editions).size).toBe(3);
});

it('makes another edition of everything when something may have been missed', () => {
  const { told, saved, edition } = setup();
  const before = edition('a');
  saved.doubt();
  expect(edition('a')).not.toBe(before);
  expect(told).toEqual(['any']);
});
