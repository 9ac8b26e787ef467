import { momentsOf } from './moments.ts';

const madeAt = Date.parse('2026-01-01T00:00:30Z');

/** The first moments of a schedule after another. */
const firstAfter = (
  moment: string,
  expression: string,
  more: { timeZone?: string; startsAt?: number; endsAt?: number } = {},
  count = 3,
): string[] => {
  const moments = momentsOf({ expression, timeZone: 'UTC', madeAt, ...more });
  const found: Date[] = [];
  let next = moments.next(new Date(moment));
  for (; next && found.length < count; next = moments.next(next)) found.push(next);
  return found.map((date) => date.toISOString().replace(':00.000Z', 'Z'));
};

const berlin = { timeZone: 'Europe/Berlin' };

describe('cron', () => {
  it('is meant in its time zone, in winter as in summer', () => {
    expect(firstAfter('2026-03-27T12:00:00Z', 'cron(0 6 * * ? *)', berlin)).toEqual([
      '2026-03-28T05:00Z',
      '2026-03-29T04:00Z',
      '2026-03-30T04:00Z',
    ]);
  });

  it('skips a time that clocks are set forward over', () => {
    expect(firstAfter('2026-03-28T00:00:00Z', 'cron(30 2 * * ? *)', berlin)).toEqual([
      '2026-03-28T01:30Z',
      '2026-03-30T00:30Z',
      '2026-03-31T00:30Z',
    ]);
  });

  it('takes a time that comes twice, as clocks are set back, once', () => {
    expect(firstAfter('2026-10-24T12:00:00Z', 'cron(30 2 * * ? *)', berlin)).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
      '2026-10-27T01:30Z',
    ]);
    expect(firstAfter('2026-10-24T23:30:00Z', 'cron(0 * * * ? *)', berlin)).toEqual([
      '2026-10-25T00:00Z',
      '2026-10-25T02:00Z',
      '2026-10-25T03:00Z',
    ]);
  });

  it('begins with its start and ends with its end, both included', () => {
    const window = {
      startsAt: Date.parse('2026-01-03T06:00:00Z'),
      endsAt: Date.parse('2026-01-04T06:00:00Z'),
    };
    expect(firstAfter('2026-01-01T00:00:00Z', 'cron(0 6 * * ? *)', window)).toEqual([
      '2026-01-03T06:00Z',
      '2026-01-04T06:00Z',
    ]);
  });
});

describe('rate', () => {
  it('begins at once, and counts from there', () => {
    expect(firstAfter('2026-01-01T00:00:00Z', 'rate(5 minutes)')).toEqual([
      '2026-01-01T00:00:30.000Z',
      '2026-01-01T00:05:30.000Z',
      '2026-01-01T00:10:30.000Z',
    ]);
  });

  it('begins with its start, and goes on from there after a stop', () => {
    const startsAt = Date.parse('2026-01-02T00:00:00Z');
    expect(firstAfter('2026-01-01T00:00:00Z', 'rate(1 hour)', { startsAt }, 2)).toEqual([
      '2026-01-02T00:00Z',
      '2026-01-02T01:00Z',
    ]);
    expect(firstAfter('2026-01-05T10:17:00Z', 'rate(1 hour)', { startsAt }, 1)).toEqual([
      '2026-01-05T11:00Z',
    ]);
  });

  it('has days of 24 hours when clocks change', () => {
    const startsAt = Date.parse('2026-03-28T05:00:00Z');
    expect(firstAfter('2026-03-28T00:00:00Z', 'rate(1 day)', { ...berlin, startsAt })).toEqual([
      '2026-03-28T05:00Z',
      '2026-03-29T05:00Z',
      '2026-03-30T05:00Z',
    ]);
  });
});

describe('at', () => {
  it.each([
    ['at(2026-07-01T09:30:00)', ['2026-07-01T07:30Z']],
    ['at(2026-03-29T02:30:00)', []],
    ['at(2026-10-25T02:30:00)', ['2026-10-25T00:30Z']],
    ['at(2025-01-01T00:00:00)', []],
  ])('%s comes once, where the time exists', (expression, moments) => {
    expect(firstAfter('2026-01-01T00:00:00Z', expression, berlin)).toEqual(moments);
  });
});

it.each([
  ['cron(0 6 * * *)', 'UTC'],
  ['cron(0 6 * * * *)', 'UTC'],
  ['rate(0 minutes)', 'UTC'],
  ['at(2026-02-30)', 'UTC'],
  ['at(tomorrow)', 'UTC'],
  ['rate(1 hour)', 'Europe/Atlantis'],
])('refuses %s in %s', (expression, timeZone) => {
  expect(() => momentsOf({ expression, timeZone, madeAt })).toThrow(/^Invalid Schedule ?Expression/);
});
