import { sameInputs, tileInputs } from './tile-inputs.ts';

const tile = { inputs: { most: 10 }, shared: { airport: 'from', period: 'period' } };

it('gives a tile its fixed inputs and its share of the form, by its own names', () => {
  expect(tileInputs(tile, { from: ['ORD'], period: '2001-01-01/2001-01-31', month: '2015-12' })).toEqual({
    most: 10,
    airport: ['ORD'],
    period: '2001-01-01/2001-01-31',
  });
});

it('leaves out what is empty, but neither zero nor no', () => {
  expect(tileInputs(tile, { from: [], period: '' })).toEqual({ most: 10 });
  expect(tileInputs(tile, { from: 0, period: false })).toEqual({ most: 10, airport: 0, period: false });
});

it('knows the same inputs in another order', () => {
  expect(sameInputs({ a: 1, b: ['x'] }, { b: ['x'], a: 1 })).toBe(true);
  expect(sameInputs({ a: 1 }, { a: '1' })).toBe(false);
});
