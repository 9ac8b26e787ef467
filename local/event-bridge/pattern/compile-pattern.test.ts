import { compilePattern } from './compile-pattern.ts';

const event = {
  source: 'aws.redshift-data',
  'detail-type': 'Redshift Data Statement Status Change',
  resources: ['arn:a', 'arn:b'],
  detail: {
    statementName: 'readout:7b1c',
    state: 'FINISHED',
    rows: 12,
    batch: false,
    error: null,
    steps: [
      { id: 1, state: 'FAILED' },
      { id: 2, state: 'FINISHED' },
    ],
  },
};
const detail = (pattern: object) => compilePattern({ detail: pattern })(event);

it.each([
  ['an exact string', { state: ['FAILED', 'FINISHED'] }, true],
  ['another string', { state: ['FAILED'] }, false],
  ['an exact number', { rows: [12] }, true],
  ['a number as text', { rows: ['12'] }, false],
  ['a boolean', { batch: [false] }, true],
  ['null', { error: [null] }, true],
  ['a prefix', { statementName: [{ prefix: 'readout:' }] }, true],
  ['the prefix of another stack', { statementName: [{ prefix: 'readout-2:' }] }, false],
  ['a prefix without regard to case', { state: [{ prefix: { 'equals-ignore-case': 'fin' } }] }, true],
  ['a suffix', { statementName: [{ suffix: '7b1c' }] }, true],
  ['a suffix without regard to case', { state: [{ suffix: { 'equals-ignore-case': 'SHED' } }] }, true],
  ['a word without regard to case', { state: [{ 'equals-ignore-case': 'finished' }] }, true],
  ['a wildcard', { statementName: [{ wildcard: 'read*:*c' }] }, true],
  ['a wildcard that wants more', { statementName: [{ wildcard: 'read*:*d' }] }, false],
  ['an escaped asterisk', { statementName: [{ wildcard: 'read\\*' }] }, false],
  ['a dot, which is only a dot', { statementName: [{ wildcard: 'readout.*' }] }, false],
  ['anything but a word', { state: [{ 'anything-but': 'ABORTED' }] }, true],
  ['anything but these', { state: [{ 'anything-but': ['FINISHED', 'FAILED'] }] }, false],
  ['anything but a number', { rows: [{ 'anything-but': 12 }] }, false],
  ['anything but a prefix', { state: [{ 'anything-but': { prefix: 'FIN' } }] }, false],
  ['anything but suffixes', { state: [{ 'anything-but': { suffix: ['X', 'Y'] } }] }, true],
  ['anything but, of a field that is not there', { nothing: [{ 'anything-but': 'x' }] }, false],
  ['one bound', { rows: [{ numeric: ['>=', 12] }] }, true],
  ['two bounds', { rows: [{ numeric: ['>', 0, '<', 12] }] }, false],
  ['an equal number', { rows: [{ numeric: ['=', 12] }] }, true],
  ['a bound, of a string', { state: [{ numeric: ['>', 0] }] }, false],
  ['a field that is there', { state: [{ exists: true }] }, true],
  ['a field that is not there', { nothing: [{ exists: false }] }, true],
  ['a field that should not be there', { state: [{ exists: false }] }, false],
  ['existence of an object, which is no leaf', { steps: [{ exists: true }] }, false],
  ['a field of absent objects', { nothing: { inside: [{ exists: false }] } }, true],
  ['any of several objects', { steps: { state: ['FAILED'] } }, true],
  ['one object that fits in both fields', { steps: { id: [1], state: ['FINISHED'] } }, false],
  ['either of two', { $or: [{ state: ['FAILED'] }, { rows: [12] }] }, true],
  ['neither of two', { $or: [{ state: ['FAILED'] }, { rows: [13] }] }, false],
  ['one of two, and a further field', { $or: [{ rows: [12] }, { rows: [13] }], state: ['FAILED'] }, false],
])('hears %s: %s', (_name, pattern, expected) => {
  expect(detail(pattern)).toBe(expected);
});

it('hears any element of a list', () => {
  expect(compilePattern({ resources: ['arn:b'] })(event)).toBe(true);
  expect(compilePattern({ resources: [{ prefix: 'arn:c' }] })(event)).toBe(false);
});

it.each([
  [{ detail: { ip: [{ cidr: '10.0.0.0/24' }] } }, 'Unrecognized match type cidr'],
  [{ detail: { state: [{ prefx: 'F' }] } }, 'Unrecognized match type prefx'],
  [{ detail: { state: [{ 'anything-but': { numeric: ['>', 1] } }] } }, 'anything-but does not take numeric'],
  [{ detail: { rows: [{ numeric: ['~', 1] }] } }, 'numeric does not take ~ 1'],
  [{ detail: { state: [{ wildcard: 'a**b' }] } }, 'Consecutive wildcard'],
  [{ detail: { state: [{ exists: 'yes' }] } }, 'exists takes true or false'],
  [{ detail: { state: 'FINISHED' } }, '"state" must be an object or an array'],
  [{ detail: { state: [] } }, 'Empty arrays are not allowed'],
  [{ $or: [{ a: [1] }] }, '$or takes a list'],
  [{}, 'Empty pattern'],
])('refuses %j', (pattern, words) => {
  expect(() => compilePattern(pattern)).toThrow(
    expect.objectContaining({
      name: 'InvalidEventPatternException',
      message: expect.stringContaining(words),
    }),
  );
});
