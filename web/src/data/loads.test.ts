import { manualTimer } from '@readout/client/testing/manual-timer.ts';
import { loads } from './loads.ts';

test('many pages ask one after the other', () => {
  const timer = manualTimer();
  const page = loads({ after: timer.after, random: () => 0.5 });
  page.hear({ type: 'loaded', within: 1000 });
  timer.advance(499);
  expect(page.get()).toBe(0);
  timer.advance(1);
  expect(page.get()).toBe(1);
});

test('after a while without connection data may have been loaded', () => {
  const page = loads({ after: manualTimer().after, random: () => 0 });
  page.doubt();
  expect(page.get()).toBe(1);
});
