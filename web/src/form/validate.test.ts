import type { Parameter } from '@readout/runtime/contracts.ts';
import { problemOf, problemsOf } from './validate.ts';

const parameter = (change: Partial<Parameter>): Parameter => ({
  name: 'p',
  label: 'P',
  type: 'text',
  required: false,
  multiple: false,
  ...change,
});

it.each<[string, Partial<Parameter>, string | string[], string | undefined]>([
  ['nothing where something is required', { required: true }, '', 'required'],
  ['an empty list where something is required', { required: true, multiple: true }, [], 'required'],
  ['nothing where nothing is required', { type: 'integer' }, '', undefined],
  ['a whole number', { type: 'integer' }, '-12', undefined],
  ['a fraction for a whole number', { type: 'integer' }, '1.5', 'type'],
  ['words for a number', { type: 'number' }, 'ten', 'type'],
  ['a number in powers of ten', { type: 'number' }, '1.5e3', undefined],
  ['a date', { type: 'date' }, '2001-02-28', undefined],
  ['a day that is no date', { type: 'date' }, '28.02.2001', 'type'],
  ['a thirteenth month', { type: 'month' }, '2015-13', 'type'],
  ['January', { type: 'month' }, '2015-01', undefined],
  ['a moment without a time', { type: 'datetime' }, '2001-01-01T', 'type'],
  ['a range', { type: 'date-range' }, '2001-01-01/2001-01-31', undefined],
  ['half a range', { type: 'date-range' }, '2001-01-01/', 'type'],
  ['a range backwards', { type: 'date-range' }, '2001-02-01/2001-01-01', 'backwards'],
  [
    'a range that begins too early',
    { type: 'date-range', min: '2001-01-01' },
    '2000-12-31/2001-01-02',
    'tooSmall',
  ],
  [
    'a range that ends too late',
    { type: 'date-range', max: '2001-12-31' },
    '2001-12-31/2002-01-01',
    'tooLarge',
  ],
  ['a number below the least', { type: 'number', min: 0 }, '-0.1', 'tooSmall'],
  [
    'a huge number above the most',
    { type: 'integer', max: '9007199254740993' },
    '9007199254740994',
    'tooLarge',
  ],
  ['a huge number at the most', { type: 'integer', max: '9007199254740993' }, '9007199254740993', undefined],
  ['a nine against a ten', { type: 'integer', min: 10 }, '9', 'tooSmall'],
  ['a long text', { maxLength: 3 }, 'four', 'tooLong'],
  ['one wrong value among several', { type: 'integer', multiple: true }, ['1', 'two'], 'type'],
])('judges %s', (_what, change, value, kind) => {
  expect(problemOf(parameter(change), value)?.kind).toBe(kind);
});

it('finds every field that is wrong', () => {
  const parameters = [parameter({ name: 'a', required: true }), parameter({ name: 'b', type: 'integer' })];
  expect(problemsOf(parameters, { b: 'x' })).toEqual({ a: { kind: 'required' }, b: { kind: 'type' } });
});
