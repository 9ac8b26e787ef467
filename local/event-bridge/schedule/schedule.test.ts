import { parseSchedule } from './parse-schedule.ts';

const next = (expression: string, after = '2026-01-31T10:07:30Z') =>
  parseSchedule(expression).next(new Date(after))?.toISOString().replace('.000Z', 'Z');

it.each([
  ['rate(1 minute)', '2026-01-31T10:08:30Z'],
  ['rate(5 minutes)', '2026-01-31T10:12:30Z'],
  ['rate(2 hours)', '2026-01-31T12:07:30Z'],
  ['rate(1 day)', '2026-02-01T10:07:30Z'],
  ['cron(0/5 * * * ? *)', '2026-01-31T10:10:00Z'],
  ['cron(7 10 * * ? *)', '2026-02-01T10:07:00Z'],
  ['cron(0 6 ? * MON-FRI *)', '2026-02-02T06:00:00Z'],
  ['cron(0 6 ? * 1,7 *)', '2026-02-01T06:00:00Z'],
  ['cron(15 0 L * ? *)', '2026-02-28T00:15:00Z'],
  ['cron(0 0 1W 2 ? *)', '2026-02-02T00:00:00Z'],
  ['cron(0 0 28W 2 ? *)', '2026-02-27T00:00:00Z'],
  ['cron(0 0 ? * 6L *)', '2026-02-27T00:00:00Z'],
  ['cron(0 0 ? * 3#2 *)', '2026-02-10T00:00:00Z'],
  ['cron(30 23 29 FEB ? *)', '2028-02-29T23:30:00Z'],
  ['cron(0 12 1 1 ? 2030-2031)', '2030-01-01T12:00:00Z'],
])('%s', (expression, expected) => {
  expect(next(expression)).toBe(expected);
});

it('has no next moment in a year that is over', () => {
  expect(next('cron(0 12 1 1 ? 2025)')).toBeUndefined();
});

it.each([
  'rate(5 minute)',
  'rate(1 minutes)',
  'rate(0 minutes)',
  'cron(0 6 * * MON *)',
  'cron(0 6 ? * ? *)',
  'cron(60 6 * * ? *)',
  'cron(0 6 * * ?)',
  'cron(0/0 6 * * ? *)',
  'every 5 minutes',
])('refuses %s', (expression) => {
  expect(() => parseSchedule(expression)).toThrow(
    expect.objectContaining({
      name: 'ValidationException',
      message: 'Parameter ScheduleExpression is not valid.',
    }),
  );
});
