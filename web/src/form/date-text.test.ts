import { datesText } from './date-text.ts';

it.each([
  ['2026-11-18/2026-11-24', 'Nov 18 – 24, 2026'],
  ['2026-12-28/2027-01-03', 'Dec 28, 2026 – Jan 3, 2027'],
  ['2026-11-24/2026-11-24', 'Nov 24, 2026'],
  ['2026-11-24', 'Nov 24, 2026'],
  ['2026-10', 'October 2026'],
  ['ORD', 'ORD'],
])('says %s as %s', (text, said) => {
  // A thin space stands around the dash.
  expect(datesText(text).replace(/\s/g, ' ')).toBe(said);
});
