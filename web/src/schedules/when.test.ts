import { expressionOf, isTime, type When, whenOf } from './when.ts';

const at = (change: Partial<When>): When => ({ repeat: 'daily', time: '06:30', day: 'MON', ...change });

it.each([
  [at({}), 'cron(30 6 * * ? *)'],
  [at({ repeat: 'weekdays', time: '18:00' }), 'cron(0 18 ? * MON-FRI *)'],
  [at({ repeat: 'weekly', day: 'SUN' }), 'cron(30 6 ? * SUN *)'],
  [at({ repeat: 'monthly', time: '00:05' }), 'cron(5 0 1 * ? *)'],
])('%j is written as Scheduler does, and read again', (when, expression) => {
  expect(expressionOf(when)).toBe(expression);
  expect(whenOf(expression)).toEqual(when);
});

it.each([
  'at(2026-01-31T06:00:00)',
  'cron(0 6 L * ? *)',
  'cron(0 6 ? * MON,TUE *)',
  'cron(0/5 6 * * ? *)',
  '',
])('%s is left as it is', (expression) => {
  expect(whenOf(expression)).toBeUndefined();
});

it.each([
  ['06:30', true],
  ['23:59', true],
  ['24:00', false],
  ['6:30', false],
  ['', false],
])('%s as a time: %s', (text, valid) => {
  expect(isTime(text)).toBe(valid);
});
