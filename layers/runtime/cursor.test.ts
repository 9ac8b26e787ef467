import { checkCursor, cursorAt, FIRST_CURSOR } from './cursor.ts';

test('later changes sort later as text', () => {
  const inOrder = [FIRST_CURSOR, ...[1, 2, 9, 10, 99, 100, 999_999_999_999_999].map(cursorAt)];
  expect([...inOrder].reverse().sort()).toEqual(inOrder);
});

test('accepts the cursors that answers give', () => {
  expect(checkCursor(FIRST_CURSOR)).toBe(FIRST_CURSOR);
  expect(checkCursor(cursorAt(42))).toBe('000000000000042');
});

test.each([
  '',
  '42',
  'yesterday',
  '0000000000000042',
  '00000000000004x',
  ' 00000000000042',
  '000000000000042\n',
])('refuses %p as a cursor', (since) => {
  expect(() => checkCursor(since)).toThrow(expect.objectContaining({ name: 'InvalidInput', field: 'since' }));
});
