import { inputsFrom, inputsFromQuery } from './inputs.ts';

test('takes texts, numbers, booleans and lists as they are', () => {
  const inputs = { month: '2015-12', limit: 10, all: true, vendor: ['1', '2'], hours: [7, 8] };
  expect(inputsFrom(inputs)).toEqual(inputs);
});

test('absent inputs are none', () => {
  expect(inputsFrom(undefined)).toEqual({});
});

test.each([
  ['null', null],
  ['an object', { from: 1 }],
  ['a mixed list', ['a', 1]],
  ['a list of lists', [['a']]],
])('refuses %s, naming the input', (_case, month) => {
  expect(() => inputsFrom({ month })).toThrow(
    expect.objectContaining({ name: 'InvalidInput', field: 'month' }),
  );
});

test('does not lose an input with a name that JavaScript treats specially', () => {
  expect(Object.keys(inputsFrom(JSON.parse('{"__proto__":"x"}')))).toEqual(['__proto__']);
});

test.each([[[]], ['text'], [null], [7]])('refuses %p instead of an object', (value) => {
  expect(() => inputsFrom(value)).toThrow(expect.objectContaining({ name: 'InvalidMessage' }));
});

test('a repeated name in a query is a list', () => {
  expect(inputsFromQuery({ month: ['2015-12'], vendor: ['1', '2'] })).toEqual({
    month: '2015-12',
    vendor: ['1', '2'],
  });
});
