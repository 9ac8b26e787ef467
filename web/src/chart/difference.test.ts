import { difference } from './difference.ts';

it.each([
  ['9007199254740994', '9007199254740993', { sign: 1, text: '+1', percent: '0%' }],
  ['10.50', '21.00', { sign: -1, text: '−10.50', percent: '−50%' }],
  [3, 3, { sign: 0, text: '0', percent: '0%' }],
  [1, 0, { sign: 1, text: '+1' }],
  [-1, -2, { sign: 1, text: '+1', percent: '+50%' }],
  [1, null, undefined],
])('of %j from %j', (now, before, expected) => {
  expect(difference(now, before)).toEqual(expected);
});
