import { combine } from './combine.ts';

it.each([
  ['sum', [1, 2, null], 3],
  ['sum', ['9007199254740993', 1], '9007199254740994'],
  ['sum', ['0.10', '0.20'], '0.30'],
  ['sum', [0.1, 0.2], '0.3'],
  ['sum', [1e300, 1e300], 2e300],
  ['sum', [null, null], null],
  ['mean', [1, 2], 1.5],
  ['least', ['10', '9', null], '9'],
  ['greatest', ['9007199254740993', '9007199254740992'], '9007199254740993'],
  ['count', [null, 3, 3], 2],
  ['count', [null], 0],
] as const)('makes the %s of %j', (how, cells, expected) => {
  expect(combine(how, cells)).toBe(expected);
});

it('adds where nothing is said', () => {
  expect(combine(undefined, [2, 3])).toBe(5);
});
