import { requireEnv } from './environment.ts';

test('returns the value of a variable that is set', () => {
  expect(requireEnv('RUNS_TABLE', { RUNS_TABLE: 'runs' })).toBe('runs');
});

test.each([
  ['missing', {}],
  ['empty', { RUNS_TABLE: '' }],
])('names a variable that is %s', (_case, environment) => {
  expect(() => requireEnv('RUNS_TABLE', environment)).toThrow('RUNS_TABLE is not set');
});
