import { isDuration, secondsOf } from './duration.ts';

it.each([
  ['30s', 30],
  ['15m', 900],
  ['1h', 3600],
  ['1d', 86_400],
  ['9999s', 9999],
])('%s is %d seconds', (text, seconds) => {
  expect(isDuration(text)).toBe(true);
  expect(secondsOf(text)).toBe(seconds);
});

it.each(['', '0s', '15', '1w', '1.5h', '-1m', '15 m', '10000s', '1h30m'])('%p is no duration', (text) => {
  expect(isDuration(text)).toBe(false);
});
