import { chosenInputs, inputsFromQuery } from './inputs.ts';

test('a repeated name in a query is a list', () => {
  expect(inputsFromQuery({ month: ['2015-12'], vendor: ['1', '2'] })).toEqual({
    month: '2015-12',
    vendor: ['1', '2'],
  });
});

test('does not lose an input with a name that JavaScript treats specially', () => {
  expect(Object.keys(inputsFromQuery(JSON.parse('{"__proto__":["x"]}')))).toEqual(['__proto__']);
});

test('fields that were left empty were not chosen', () => {
  expect(chosenInputs({ month: '2015-12', all: false, hours: [0], name: '', vendor: [], day: null })).toEqual(
    {
      month: '2015-12',
      all: false,
      hours: [0],
    },
  );
});
