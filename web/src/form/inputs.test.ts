import type { Parameter } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { inputsFrom, inputsText, searchFrom, searchOf, unknownIn, valuesFrom } from './inputs.ts';

const month: Parameter = {
  name: 'month',
  label: 'Month',
  type: 'month',
  required: true,
  multiple: false,
  default: '2015-12',
};
const vendor: Parameter = {
  name: 'vendor',
  label: 'Vendor',
  type: 'choice',
  required: false,
  multiple: true,
};
const least: Parameter = { name: 'least', label: 'Least', type: 'integer', required: false, multiple: false };
const parameters = [month, vendor, least];
const search = (text: string) => new URLSearchParams(text);

it('takes defaults for what the link does not name', () => {
  expect(valuesFrom(parameters, search('vendor=1&vendor=2&other=3'))).toEqual({
    month: '2015-12',
    vendor: ['1', '2'],
    least: '',
  });
});

it('writes a default that was cleared as such, so that the link does not bring it back', () => {
  const values = { month: '', vendor: [], least: '' };
  expect(searchFrom(parameters, values).toString()).toBe('month=');
  expect(valuesFrom(parameters, search('month='))).toEqual(values);
});

it('reads what it wrote, whatever was typed', () => {
  const values = fc.record({
    month: fc.string(),
    vendor: fc.array(fc.string({ minLength: 1 })),
    least: fc.string(),
  });
  fc.assert(
    fc.property(values, (typed) => {
      const link = search(searchFrom(parameters, typed).toString());
      expect(valuesFrom(parameters, link)).toEqual(typed);
    }),
    { numRuns: 200 },
  );
});

it('keeps two forms on one link apart', () => {
  const link = search([searchFrom([month], { month: '2015-01' }, 'left.'), 'right.month=2015-02'].join('&'));
  expect(valuesFrom([month], link, 'left.')).toEqual({ month: '2015-01' });
  expect(valuesFrom([month], link, 'right.')).toEqual({ month: '2015-02' });
});

it('sends what was chosen, and leaves out what is empty', () => {
  expect(inputsFrom(parameters, { month: '2015-01', vendor: ['1'], least: '' })).toEqual({
    month: '2015-01',
    vendor: ['1'],
  });
});

it('says that a default was cleared', () => {
  expect(inputsFrom(parameters, { month: '', vendor: [], least: '' })).toEqual({ month: '' });
});

it.each([
  ['42', 42],
  ['-7', -7],
  ['9007199254740993', '9007199254740993'],
  ['007', '007'],
])('sends the number %s without losing a digit', (typed, sent) => {
  expect(inputsFrom([least], { least: typed })).toEqual({ least: sent });
});

it('sends yes and no as booleans', () => {
  const flag: Parameter = { ...least, name: 'flag', type: 'boolean' };
  expect(inputsFrom([flag], { flag: 'false' })).toEqual({ flag: false });
});

it('says inputs in words, and links to them again', () => {
  const inputs = { month: '2015-12', vendor: ['1', '2'] };
  expect(inputsText(inputs)).toBe('month: 2015-12 · vendor: 1, 2');
  expect(searchOf(inputs).toString()).toBe('month=2015-12&vendor=1&vendor=2');
});

it('keeps what a link says twice where one value is wanted, so that it is shown and not dropped', () => {
  expect(valuesFrom([month], search('month=2015-01&month=2015-02'))).toEqual({
    month: ['2015-01', '2015-02'],
  });
});

it('finds what a link names that the report does not have', () => {
  expect(unknownIn(parameters, search('month=2015-01&foo=1&run=1&foo=2&Month=x'))).toEqual(['foo', 'Month']);
});

it.each(['NaN', 'Infinity', 'maybe'])('sends %s as it was typed, for the server to refuse', (text) => {
  const number: Parameter = { ...least, type: 'number' };
  expect(inputsFrom([number], { least: text })).toEqual({ least: text });
  expect(inputsFrom([{ ...least, type: 'boolean' }], { least: text })).toEqual({ least: text });
});
