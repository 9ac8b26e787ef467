import { isLabel, labelsOf } from './label.ts';

it('is a text of 1 to 200 characters', () => {
  expect(['x', 'x'.repeat(200), "'; --"].every(isLabel)).toBe(true);
  expect(['', 'x'.repeat(201), 1, null, undefined, ['x']].some(isLabel)).toBe(false);
});

it('is found in a message that is otherwise wrong', () => {
  expect(labelsOf('{"requestId":"a","topic":"b","action":7}')).toEqual({ requestId: 'a', topic: 'b' });
  expect(labelsOf('{"requestId":7,"topic":"b"}')).toEqual({ topic: 'b' });
});

it('is not sent back where it would be a burden', () => {
  expect(labelsOf(JSON.stringify({ requestId: 'x'.repeat(100_000), topic: 'b' }))).toEqual({ topic: 'b' });
});

it.each([undefined, null, '', 'not json', 'null', '"text"', '[]'])('is not in %p', (text) => {
  expect(labelsOf(text)).toEqual({});
});
