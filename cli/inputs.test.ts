import type { Parameter } from '@readout/runtime/contracts.ts';
import { inputsFrom } from './inputs.ts';

const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  label: name,
  type: 'text',
  required: false,
  multiple: false,
  ...more,
});
const parameters = [
  parameter('month', { type: 'month' }),
  parameter('vendor', { type: 'choice', multiple: true }),
  parameter('least_fare', { type: 'integer' }),
  parameter('weekends', { type: 'boolean' }),
];

it('reads inputs by their names, lists by repetition, and flags', () => {
  const args = ['--month', '2015-12', '--vendor=1', '--vendor', '2', '--least-fare', '-5', '--weekends'];
  expect(inputsFrom(parameters, args)).toEqual({
    month: '2015-12',
    vendor: ['1', '2'],
    least_fare: '-5',
    weekends: 'true',
  });
});

it.each([
  [['--moth', '1'], 'moth'],
  [['--month'], 'month'],
  [['--month', '--weekends'], 'month'],
  [['--month', '1', '--month', '2'], 'month'],
  [['2015-12'], '2015-12'],
])('names the option that is wrong in %j', (args, field) => {
  expect(() => inputsFrom(parameters, args)).toThrow(
    expect.objectContaining({ name: 'InvalidInput', field }),
  );
});
