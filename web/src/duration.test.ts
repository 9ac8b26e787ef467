import { durationText } from './duration.ts';

it.each([
  [-5, '0.0 s'],
  [412, '0.4 s'],
  [9_940, '9.9 s'],
  [59_999, '59 s'],
  [185_000, '3 min 5 s'],
  [3_720_000, '1 h 2 min'],
])('says %i ms as %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
