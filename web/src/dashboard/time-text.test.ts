import { ageText, clockText, intervalText, millisecondsOf } from './time-text.ts';

it.each([
  ['30s', 30_000],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('%s is %d milliseconds', (duration, milliseconds) => {
  expect(millisecondsOf(duration)).toBe(milliseconds);
});

it.each([
  [-5, '0:00'],
  [1, '0:01'],
  [7_000, '0:07'],
  [272_000, '4:32'],
  [3_723_000, '1:02:03'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text);
});

it.each([
  [0, 'en', 'now'],
  [59_999, 'en', 'now'],
  [60_000, 'en', '1 minute ago'],
  [7_300_000, 'en', '2 hours ago'],
  [90_000_000, 'en', 'yesterday'],
  [180_000, 'de', 'vor 3 Minuten'],
  [1_000, 'de', 'jetzt'],
])('%d milliseconds ago is, in %s, %s', (milliseconds, language, text) => {
  expect(ageText(milliseconds, language)).toBe(text);
});

it.each([
  ['15m', 'en', '15 minutes'],
  ['1h', 'en', '1 hour'],
  ['30s', 'de', '30 Sekunden'],
  ['1d', 'de', '1 Tag'],
])('%s is, in %s, %s', (duration, language, text) => {
  expect(intervalText(duration, language)).toBe(text);
});
