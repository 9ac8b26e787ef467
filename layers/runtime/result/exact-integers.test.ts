import { exactIntegers } from './exact-integers.ts';

test.each([
  ['9007199254740991', '"longValue":9007199254740991'],
  ['-9007199254740991', '"longValue":-9007199254740991'],
  ['9007199254740992', '"stringValue":"9007199254740992"'],
  ['9007199254740993', '"stringValue":"9007199254740993"'],
  ['-9223372036854775808', '"stringValue":"-9223372036854775808"'],
  ['42', '"longValue":42'],
])('%s becomes %s', (digits, member) => {
  expect(exactIntegers(`{"longValue":${digits}}`)).toBe(`{${member}}`);
});

test('white space around the colon changes nothing', () => {
  expect(exactIntegers('{"longValue" : 9007199254740993}')).toBe('{"stringValue":"9007199254740993"}');
});

test.each([
  '"longValue":9007199254740993',
  '\\"longValue":9007199254740993',
  'longValue',
  '":9007199254740993',
])('a text in the data is left alone: %s', (text) => {
  const body = JSON.stringify({ Records: [[{ stringValue: text }, { stringValue: text }]] });
  expect(exactIntegers(body)).toBe(body);
});
