import type { Parameter, ParameterType } from '@readout/runtime/contracts.ts';
import { validateInputs } from '@readout/runtime/report/validate-inputs.ts';
import fc from 'fast-check';
import { type FormValues, inputsFrom, searchFrom, valuesFrom } from './inputs.ts';
import { judge } from './judge.ts';

const asked = { at: new Date('2026-11-25T00:30:00Z'), timeZone: 'Europe/Berlin' };
const today = '2026-11-25';

/** What the server says of what the page sends, over a wire that knows JSON only. */
function serverSays(parameters: Parameter[], values: FormValues): object {
  const sent = JSON.parse(JSON.stringify(inputsFrom(parameters, values)));
  try {
    return validateInputs({ report: { id: 'r', title: 'R', tags: [], parameters } }, sent, asked);
  } catch (error) {
    return { field: (error as { field: string }).field };
  }
}

function pageSays(parameters: Parameter[], values: FormValues): object {
  const { problems, ...fine } = judge(parameters, values, today);
  const [field] = problems.keys();
  return field === undefined ? fine : { field };
}

const types: ParameterType[] = [
  'text',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'month',
  'date-range',
  'choice',
];
const days = ['2026-11-24', '2026-11-25', '2026-11-31', 'yesterday', 'start_of_last_month'];
const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-0',
    '7',
    '007',
    '+7',
    '1e3',
    '1e999',
    'NaN',
    'Infinity',
    '9007199254740993',
  ),
  fc.constantFrom(...days, '2026-11', 'last_month', 'last_7_days', 'year_to_date', '2026-11-01/2026-11-30'),
  fc.constantFrom(
    '2026-11-30/2026-11-01',
    '2026-11-25T10:00:00',
    'true',
    'false',
    'yes',
    'a',
    'b',
    '\0',
    '\ud800',
  ),
  fc.string(),
  fc.double().map(String),
);
const bounds: Partial<Record<ParameterType, [string | number, string | number]>> = {
  integer: [0, 100],
  number: [0.5, 1e3],
  date: ['2026-01-01', '2026-11-24'],
  month: ['2026-01', '2026-10'],
  'date-range': ['2026-01-01', '2026-11-24'],
};
const parameter = fc
  .record({
    type: fc.constantFrom(...types),
    required: fc.boolean(),
    multiple: fc.boolean(),
    bounded: fc.boolean(),
  })
  .map(({ type, required, multiple, bounded }): Parameter => {
    const [min, max] = (bounded && bounds[type]) || [];
    return {
      name: 'p',
      label: 'P',
      type,
      required,
      multiple: multiple && type !== 'boolean' && type !== 'date-range',
      min,
      max,
      ...(type === 'text' && { maxLength: bounded ? 3 : 1000 }),
      ...(type === 'choice' &&
        bounded && { choices: ['a', 'b', 7].map((value) => ({ value, label: `${value}` })) }),
    };
  });
const several = fc.array(texts, { maxLength: 120 });

it('says of every input what the server says of it', () => {
  fc.assert(
    fc.property(parameter, texts, several, fc.boolean(), (one, text, list, odd) => {
      const values = { p: one.multiple !== odd ? list.filter((item) => item !== '') : text };
      expect(pageSays([one], values)).toEqual(serverSays([one], values));
    }),
    { numRuns: 2_000 },
  );
});

it('says the same after a link has carried the form', () => {
  // No link can carry half of a character.
  const whole = texts.filter((text) => !/\p{Surrogate}/u.test(text));
  fc.assert(
    fc.property(parameter, whole, fc.array(whole, { maxLength: 120 }), (one, text, list) => {
      const values = { p: one.multiple ? list.filter((item) => item !== '') : text };
      const link = new URLSearchParams(searchFrom([one], values).toString());
      expect(pageSays([one], valuesFrom([one], link))).toEqual(pageSays([one], values));
    }),
    { numRuns: 500 },
  );
});

it('finds every field that is wrong', () => {
  const shape = { label: 'L', multiple: false };
  const parameters: Parameter[] = [
    { ...shape, name: 'a', type: 'text', required: true },
    { ...shape, name: 'b', type: 'integer', required: false },
    { ...shape, name: 'c', type: 'month', required: true, default: 'last_month' },
  ];
  expect(Object.fromEntries(judge(parameters, { b: 'x' }, today).problems)).toEqual({
    a: { kind: 'required' },
    b: { kind: 'type' },
  });
  expect(judge(parameters, { a: 'x' }, today)).toMatchObject({
    values: { c: '2026-10' },
    resolved: { c: '2026-10' },
  });
});
