import fc from 'fast-check';
import type { ParameterType } from '../contracts.ts';
import { dayAt, isRelative, resolveRelative } from './relative-dates.ts';

/** A Wednesday. */
const today = '2026-11-25';

it.each<[ParameterType, string, string]>([
  ['date', 'today', '2026-11-25'],
  ['date', 'yesterday', '2026-11-24'],
  ['date', '30_days_ago', '2026-10-26'],
  ['date', 'start_of_last_month', '2026-10-01'],
  ['date', 'end_of_last_quarter', '2026-09-30'],
  ['date', 'start_of_last_90_days', '2026-08-27'],
  ['month', 'this_month', '2026-11'],
  ['month', 'last_month', '2026-10'],
  ['month', '12_months_ago', '2025-11'],
  ['date-range', 'today', '2026-11-25/2026-11-25'],
  ['date-range', 'yesterday', '2026-11-24/2026-11-24'],
  ['date-range', 'this_week', '2026-11-23/2026-11-29'],
  ['date-range', 'last_week', '2026-11-16/2026-11-22'],
  ['date-range', 'this_month', '2026-11-01/2026-11-30'],
  ['date-range', 'last_month', '2026-10-01/2026-10-31'],
  ['date-range', 'this_quarter', '2026-10-01/2026-12-31'],
  ['date-range', 'last_quarter', '2026-07-01/2026-09-30'],
  ['date-range', 'this_year', '2026-01-01/2026-12-31'],
  ['date-range', 'last_year', '2025-01-01/2025-12-31'],
  ['date-range', 'last_7_days', '2026-11-18/2026-11-24'],
  ['date-range', 'last_30_days', '2026-10-26/2026-11-24'],
  ['date-range', 'last_2_weeks', '2026-11-09/2026-11-22'],
  ['date-range', 'last_12_months', '2025-11-01/2026-10-31'],
  ['date-range', 'last_4_quarters', '2025-10-01/2026-09-30'],
  ['date-range', 'last_2_years', '2024-01-01/2025-12-31'],
  ['date-range', 'week_to_date', '2026-11-23/2026-11-25'],
  ['date-range', 'month_to_date', '2026-11-01/2026-11-25'],
  ['date-range', 'quarter_to_date', '2026-10-01/2026-11-25'],
  ['date-range', 'year_to_date', '2026-01-01/2026-11-25'],
])('on %s, %s stands for %s', (type, text, stands) => {
  expect(resolveRelative(type, text, today)).toBe(stands);
});

it.each<[string, ParameterType, string, string]>([
  ['2024-03-31', 'month', 'last_month', '2024-02'],
  ['2024-03-31', 'date-range', 'last_month', '2024-02-01/2024-02-29'],
  ['2024-02-29', 'date-range', 'last_year', '2023-01-01/2023-12-31'],
  ['2026-01-01', 'date', 'yesterday', '2025-12-31'],
  ['2026-01-01', 'date-range', 'last_quarter', '2025-10-01/2025-12-31'],
  ['2026-11-23', 'date-range', 'week_to_date', '2026-11-23/2026-11-23'],
  ['2026-11-22', 'date-range', 'this_week', '2026-11-16/2026-11-22'],
  ['2026-12-31', 'date-range', 'last_1_months', '2026-11-01/2026-11-30'],
])('at the edges: on %s, %s %s stands for %s', (day, type, text, stands) => {
  expect(resolveRelative(type, text, day)).toBe(stands);
});

it.each<[ParameterType, string]>([
  ['date', 'last_month'],
  ['date', 'start_of_yesteryear'],
  ['month', 'today'],
  ['month', 'last_2_months'],
  ['date-range', 'this_month '],
  ['date-range', 'last_0_days'],
  ['date-range', 'last_07_days'],
  ['date-range', 'last_1000_days'],
  ['date-range', 'last_7_day'],
  ['date-range', 'Today'],
  ['date-range', 'start_of_last_month'],
  ['text', 'today'],
  ['datetime', 'today'],
])('takes for %s no %s', (type, text) => {
  expect(isRelative(type, text)).toBe(false);
});

it.each([
  ['2026-11-25T00:30:00Z', 'UTC', '2026-11-25'],
  ['2026-11-25T00:30:00Z', 'America/New_York', '2026-11-24'],
  ['2026-11-24T23:30:00Z', 'Europe/Berlin', '2026-11-25'],
  ['2026-12-31T10:30:00Z', 'Pacific/Kiritimati', '2027-01-01'],
  // The nights in which clocks are put forward and back.
  ['2026-03-28T22:59:59Z', 'Europe/Berlin', '2026-03-28'],
  ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
  ['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'],
  ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
  ['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'],
  ['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
])('at %s in %s it is %s', (at, timeZone, day) => {
  expect(dayAt({ at: new Date(at), timeZone })).toBe(day);
});

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const unit = fc.constantFrom('week', 'month', 'quarter', 'year');
const ends = (text: string, day: string) => (resolveRelative('date-range', text, day) ?? '/').split('/');
const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

it('has every unit follow the one before it without a gap, and today in the one that is now', () => {
  fc.assert(
    fc.property(days, unit, fc.integer({ min: 1, max: 999 }), (day, one, n) => {
      const [first = '', last = ''] = ends(`this_${one}`, day);
      expect(first <= day && day <= last).toBe(true);
      expect(next(ends(`last_${one}`, day)[1] ?? '')).toBe(first);
      expect(next(ends(`last_${n}_${one}s`, day)[1] ?? '')).toBe(first);
      expect(ends(`${one}_to_date`, day)).toEqual([first, day]);
      expect(ends(`this_${one}`, next(last))[0]).toBe(next(last));
    }),
  );
});

it('counts as many days as it says', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 999 }), (day, n) => {
      const [first = '', last = ''] = ends(`last_${n}_days`, day);
      expect((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1).toBe(n);
      expect(next(last)).toBe(day);
      expect(resolveRelative('date', `${n}_days_ago`, day)).toBe(first);
    }),
  );
});
