import { sameInputs, sharedInputs, tileInputs } from './tile-inputs.ts';

const tile = { inputs: { most: 10 }, shared: { airport: 'from', period: 'period' } };

it('gives a tile its fixed inputs and its share of the form, by its own names', () => {
  expect(tileInputs(tile, { from: ['ORD'], period: '2001-01-01/2001-01-31', month: '2015-12' })).toEqual({
    most: 10,
    airport: ['ORD'],
    period: '2001-01-01/2001-01-31',
  });
});

it('leaves out what the form does not give', () => {
  expect(tileInputs(tile, {})).toEqual({ most: 10 });
});

it('has the dashboard’s default where a field is empty, and nothing where there is none', () => {
  const parameter = { label: '', type: 'integer' as const, required: false, multiple: false };
  const parameters = [
    { ...parameter, name: 'least', default: 5 },
    { ...parameter, name: 'most' },
    { ...parameter, name: 'vendor', multiple: true, default: ['1'] },
  ];
  expect(sharedInputs(parameters, { least: '', most: '', vendor: [] })).toEqual({ least: 5, vendor: ['1'] });
  expect(sharedInputs(parameters, { least: '0', most: '7', vendor: ['2'] })).toEqual({
    least: 0,
    most: 7,
    vendor: ['2'],
  });
});

it('knows the same inputs in another order', () => {
  expect(sameInputs({ a: 1, b: ['x'] }, { b: ['x'], a: 1 })).toBe(true);
  expect(sameInputs({ a: 1 }, { a: '1' })).toBe(false);
});
