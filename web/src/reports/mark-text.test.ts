import { wordsOf } from './fold-text.ts';
import { markText } from './mark-text.ts';

/** The text with marks as brackets. */
const marked = (text: string, search: string) =>
  markText(text, wordsOf(search))
    .map(({ text: piece, marked: isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('');

it.each([
  ['Yellow taxi, day by day', 'TAXI', 'Yellow [taxi], day by day'],
  ['Yellow taxi, day by day', 'day', 'Yellow taxi, [day] by [day]'],
  ['daily days', 'ail daily', '[daily] days'],
  ['aaa', 'aa', '[aaa]'],
  ['São Paulo', 'sao', '[São] Paulo'],
  ['İstanbul Straße', 'straße', 'İstanbul [Straße]'],
  ['a.b*c', '.b*', 'a[.b*]c'],
  ['<b>x</b>', 'b>', '<[b>]x</[b>]'],
  ['nothing', 'else', 'nothing'],
  ['', 'x', ''],
])('%j by %j is %j', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected);
});

it('takes each word of a search once', () => {
  expect(wordsOf('  Day  day DÄY ')).toEqual(['day']);
});
