import { uniqueNames } from './unique-names.ts';

test.each([
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [
    ['total', 'total', 'total'],
    ['total', 'total_2', 'total_3'],
  ],
  [
    ['a', 'A', 'a_2'],
    ['a', 'A_2', 'a_2_2'],
  ],
])('%j becomes %j', (names, unique) => {
  expect(uniqueNames(names)).toEqual(unique);
});
