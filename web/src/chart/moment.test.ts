import { tickFormat, toMoment } from './moment.ts';

const at = (iso: string) => Date.parse(iso);

it.each([
  ['2015-12-31', at('2015-12-31T00:00Z')],
  ['2015-12-31 23:59:58', at('2015-12-31T23:59:58Z')],
  ['2015-12-31 23:59:58.25', at('2015-12-31T23:59:58.250Z')],
  ['2015-12-31 23:30:00+00', at('2015-12-31T23:30Z')],
  ['2015-12-31 23:30:00+05:30', at('2015-12-31T18:00Z')],
  ['2015-12-31T23:30:00-03:30', at('2016-01-01T03:00Z')],
  [null, null],
  ['infinity', null],
  [20151231, null],
])('places %j', (cell, expected) => {
  expect(toMoment(cell)).toBe(expected);
});

it('writes as much of a moment as an axis of its span needs', () => {
  const day = 86_400_000;
  const write = (span: number) => tickFormat(span, 'en')(at('2015-12-31T23:30Z'));
  expect([5_000 * day, 400 * day, 30 * day, 2 * day, day / 2].map(write)).toEqual([
    '2015',
    'Dec 2015',
    'Dec 31',
    'Dec 31, 23:30',
    '23:30',
  ]);
});
