import type { Parameter } from '@readout/runtime/contracts.ts';
import { choiceInputs } from './choice-inputs.ts';
import type { FormValues } from './inputs.ts';
import { judge } from './judge.ts';

const shape = { required: false, multiple: false };
const state: Parameter = { ...shape, name: 'home', label: 'State', type: 'text', maxLength: 2 };
const airport: Parameter = {
  ...shape,
  name: 'airport',
  label: 'Airport',
  type: 'choice',
  optionsFrom: 'flights/airports',
  optionsInputs: { state: 'home' },
};
const from = (values: FormValues, above = state) =>
  choiceInputs(airport, [above, airport], judge([above, airport], values, '2026-11-25'));

it('takes what the field above says, by the name that the other report has for it', () => {
  expect(from({ home: 'AK' })).toEqual({ inputs: { state: 'AK' } });
});

it('takes nothing of a field that may be empty, and is', () => {
  expect(from({ home: '' })).toEqual({ inputs: {} });
});

it('takes the default of a field that is empty', () => {
  expect(from({ home: '' }, { ...state, default: 'IL' })).toEqual({ inputs: { state: 'IL' } });
});

it('waits for a field that has to be filled in, or that is wrong', () => {
  expect(from({ home: '' }, { ...state, required: true })).toEqual({ waitsFor: 'State' });
  expect(from({ home: 'Alaska' })).toEqual({ waitsFor: 'State' });
});

it('takes nothing where it follows nothing', () => {
  const alone = { ...airport, optionsInputs: undefined };
  expect(choiceInputs(alone, [alone], judge([alone], {}, '2026-11-25'))).toEqual({ inputs: {} });
});
