import fc from 'fast-check';
import type { Parameter, ParameterType } from '../contracts.ts';
import { EXAMPLE_MOMENT } from './example.ts';
import { validateInputs } from './validate-inputs.ts';

const parameter = (type: ParameterType, more: Partial<Parameter> = {}): Parameter => ({
  name: 'x',
  label: 'The x',
  type,
  required: true,
  multiple: false,
  ...more,
});
const read = (declared: Parameter, x: unknown) =>
  validateInputs({ report: { id: 'r', title: 'R', tags: [], parameters: [declared] } }, { x }, EXAMPLE_MOMENT)
    .values;

const choices = [
  { value: 1, label: 'One' },
  { value: 'b', label: 'B' },
];

it.each<[ParameterType, unknown, unknown, Partial<Parameter>?]>([
  ['text', "Robert'); drop table students;--", "Robert'); drop table students;--"],
  ['text', ' ', ' '],
  ['integer', '42', 42],
  ['integer', -7, -7],
  ['integer', '+007', 7],
  ['integer', '9223372036854775807', '9223372036854775807'],
  ['integer', '-9223372036854775808', '-9223372036854775808'],
  ['integer', 10, 10, { min: 10, max: 10 }],
  ['integer', '9007199254740994', '9007199254740994', { min: '9007199254740993' }],
  ['number', '1.50', 1.5],
  ['number', '-1e3', -1000],
  ['number', '0.1234567890123456789', '0.1234567890123456789'],
  ['boolean', 'true', true],
  ['boolean', false, false],
  ['date', '2016-02-29', '2016-02-29'],
  ['date', '2001-01-31', '2001-01-31', { max: '2001-01-31' }],
  ['date', 'yesterday', '2026-11-24', { min: '2026-11-24' }],
  ['date', ['today', '2001-01-31'], ['2026-11-25', '2001-01-31'], { multiple: true }],
  ['month', 'last_month', '2026-10'],
  ['date-range', 'this_week', '2026-11-23/2026-11-29'],
  ['text', 'today', 'today'],
  ['datetime', '2015-03-01 10:00', '2015-03-01T10:00:00Z'],
  ['datetime', '2015-03-01T10:00:00.250-0500', '2015-03-01T15:00:00.250Z'],
  ['month', '2015-12', '2015-12'],
  ['date-range', '2001-01-01/2001-01-01', '2001-01-01/2001-01-01'],
  ['choice', '1', 1, { choices }],
  ['choice', 'b', 'b', { choices }],
  ['choice', 'ORD', 'ORD', { optionsFrom: 'airports' }],
  ['choice', 'b', ['b'], { choices, multiple: true }],
  ['choice', ['1', 'b'], ['1', 'b'], { choices, multiple: true }],
  ['integer', ['1', 2], [1, 2], { multiple: true }],
])('reads %s %j as %j', (type, value, expected, more = {}) => {
  expect(read(parameter(type, more), value)).toEqual({ x: expected });
});

it.each<[ParameterType, unknown, string, Partial<Parameter>?]>([
  ['text', 5, 'text'],
  ['text', ['a'], 'text'],
  ['text', 'abcd', 'at most 3 characters', { maxLength: 3 }],
  ['text', 'x'.repeat(1001), 'text'],
  ['text', 'a\0b', 'text'],
  ['text', '\ud800', 'text'],
  ['integer', '1.5', 'a whole number'],
  ['integer', 1.5, 'a whole number'],
  ['integer', '0x10', 'a whole number'],
  ['integer', '9223372036854775808', 'a whole number'],
  ['integer', 2 ** 53, 'past 2^53 as a string'],
  ['integer', '3', 'not below 4', { min: 4 }],
  ['integer', '9007199254740994', 'not above', { max: '9007199254740993' }],
  ['number', 'NaN', 'a number'],
  ['number', Number.POSITIVE_INFINITY, 'a number'],
  ['number', '1e999', 'a number'],
  ['number', 11, 'not above 10.5', { max: 10.5 }],
  ['boolean', 'yes', 'true or false'],
  ['date', '2015-02-29', 'a date, YYYY-MM-DD'],
  ['date', '2015-2-1', 'a date'],
  ['date', '2015-01-01T00:00:00Z', 'a date'],
  ['date', '2001-02-01', 'not above 2001-01-31', { max: '2001-01-31' }],
  ['datetime', '2015-02-29T10:00:00Z', 'a time'],
  ['datetime', '2015-02-28T24:00:00Z', 'a time'],
  ['month', '2015-13', 'a month, YYYY-MM'],
  ['month', '201512', 'a month'],
  ['month', 'last_7_days', 'a month'],
  ['date', 'last_0_days', 'a date'],
  ['date-range', 'last_7_days', '; this is 2026-11-18/2026-11-24', { max: '2026-11-23' }],
  ['date-range', '2001-01-02/2001-01-01', 'two dates in order'],
  ['date-range', '2001-01-01', 'two dates in order'],
  ['date-range', '2001-01-01/2001-01-02/2001-01-03', 'two dates in order'],
  ['date-range', '2000-12-31/2001-01-02', 'not below 2001-01-01', { min: '2001-01-01' }],
  ['choice', 'c', 'one of 1, b', { choices }],
  ['choice', true, 'one of the choices', { optionsFrom: 'airports' }],
  ['choice', ['b', 'c'], 'one of 1, b', { choices, multiple: true }],
  ['choice', Array(101).fill('b'), 'at most 100 values', { choices, multiple: true }],
  ['choice', { value: 'b' }, 'one of 1, b', { choices }],
  ['month', '', 'a value, which is required'],
])('refuses %s %j: expected %s', (type, value, expected, more = {}) => {
  expect(() => read(parameter(type, more), value)).toThrow(
    expect.objectContaining({ name: 'InvalidInput', field: 'x', message: expect.stringContaining(expected) }),
  );
  expect(() => read(parameter(type, more), value)).toThrow(/^The x: expected /);
});

it('puts the default where nothing is given, a relative one as of the day, and leaves out what has none', () => {
  expect(read(parameter('month', { default: 'this_month' }), '')).toEqual({ x: '2026-11' });
  expect(read(parameter('month', { default: '2015-12' }), undefined)).toEqual({ x: '2015-12' });
  expect(read(parameter('month', { required: false }), '')).toEqual({});
});

it.each(['y', '__proto__', 'toString'])('refuses the unknown input %s', (name) => {
  const report = { id: 'r', title: 'R', tags: [], parameters: [] };
  expect(() => validateInputs({ report }, JSON.parse(`{"${name}": 1}`), EXAMPLE_MOMENT)).toThrow(
    expect.objectContaining({ name: 'InvalidInput', field: name }),
  );
});

it('refuses inputs that a workflow could not carry', () => {
  const declared = parameter('text', { multiple: true, maxLength: 10_000 });
  expect(() => read(declared, Array(6).fill('x'.repeat(10_000)))).toThrow(
    expect.objectContaining({
      name: 'InvalidInput',
      field: 'inputs',
      message: expect.stringContaining('50000 bytes'),
    }),
  );
});

it.each([[null], [[]], ['a']])('refuses inputs that are %j', (inputs) => {
  const report = { id: 'r', title: 'R', tags: [], parameters: [] };
  expect(() => validateInputs({ report }, inputs, EXAMPLE_MOMENT)).toThrow(
    expect.objectContaining({ field: 'inputs' }),
  );
});

it('reads its own answer again as the same', () => {
  const inputs = fc.oneof(
    fc.integer(),
    fc.bigInt().map(String),
    fc.double(),
    fc.double().map(String),
    fc.string(),
  );
  const types: ParameterType[] = ['text', 'integer', 'number', 'datetime', 'choice'];
  const dates = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-01-01') });
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.oneof(
        inputs,
        dates.map((date) => date.toISOString()),
      ),
      (type, value) => {
        const declared = parameter(type, { required: false });
        const attempt = () => read(declared, value).x;
        let once: unknown;
        try {
          once = attempt();
        } catch {
          return;
        }
        expect(read(declared, once)).toEqual(once === undefined ? {} : { x: once });
      },
    ),
  );
});
