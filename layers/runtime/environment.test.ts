import { optionalEnv, requireEnv, requireNumber, requireTimeZone } from './environment.ts';

test('returns the value of a variable that is set', () => {
  expect(requireEnv('RUNS_TABLE', { RUNS_TABLE: 'runs' })).toBe('runs');
  expect(requireNumber('MAX_ROWS', { MAX_ROWS: '100000' })).toBe(100_000);
});

test.each([
  ['missing', {}],
  ['empty', { RUNS_TABLE: '' }],
])('names a variable that is %s', (_case, environment) => {
  expect(() => requireEnv('RUNS_TABLE', environment)).toThrow('RUNS_TABLE is not set');
  expect(() => requireNumber('RUNS_TABLE', environment)).toThrow('RUNS_TABLE is not set');
});

test.each(['many', '1,000', 'Infinity', '10m'])('names a variable that should be a number: %p', (value) => {
  expect(() => requireNumber('MAX_ROWS', { MAX_ROWS: value })).toThrow('MAX_ROWS is not a number');
});

test('a variable that may be empty is then undefined', () => {
  expect(optionalEnv('MAIL_FROM', { MAIL_FROM: '' })).toBeUndefined();
  expect(optionalEnv('MAIL_FROM', {})).toBeUndefined();
  expect(optionalEnv('MAIL_FROM', { MAIL_FROM: 'a@example.com' })).toBe('a@example.com');
});

test('a time zone is one that the runtime knows', () => {
  expect(requireTimeZone('ZONE', { ZONE: 'Europe/Berlin' })).toBe('Europe/Berlin');
  expect(() => requireTimeZone('ZONE', { ZONE: 'Mars/Olympus' })).toThrow('ZONE is not an IANA time zone');
});
