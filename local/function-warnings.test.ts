import { warningIn } from './function-warnings.ts';

it('shows what is warned of, and the place with a caret', () => {
  const entry = { level: 'WARN', message: 'reports/a.sql, line 3, column 3: no', excerpt: 'a b\n  ^' };
  expect(warningIn(JSON.stringify(entry))).toBe('reports/a.sql, line 3, column 3: no\n    a b\n      ^');
});

it.each(['START RequestId: 1', '{"level":"INFO","message":"all is well"}', '{ not JSON', '{"level":1}'])(
  'is silent for %s',
  (line) => {
    expect(warningIn(line)).toBeUndefined();
  },
);
