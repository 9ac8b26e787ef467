import { checkCursor, cursorAt, FIRST_CURSOR } from './cursor.ts';

const runId = '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3';
const at = (time: string): string => cursorAt(new Date(time), runId);

test('later changes sort later as text, across years and milliseconds', () => {
  const inOrder = [
    FIRST_CURSOR,
    at('2009-12-31T23:59:59.999Z'),
    at('2010-01-01T00:00:00.000Z'),
    at('2010-01-01T00:00:00.010Z'),
  ];
  expect([...inOrder].reverse().sort()).toEqual(inOrder);
});

test('accepts the cursors that answers give', () => {
  expect(checkCursor(FIRST_CURSOR)).toBe(FIRST_CURSOR);
  expect(checkCursor(at('2015-12-01T10:00:00.000Z'))).toBe(`2015-12-01T10:00:00.000Z#${runId}`);
});

test.each(['', 'yesterday', '2015-12-01', `2015-12-01T10:00:00Z#${runId}`])(
  'refuses %p as a cursor',
  (since) => {
    expect(() => checkCursor(since)).toThrow(
      expect.objectContaining({ name: 'InvalidInput', field: 'since' }),
    );
  },
);
