import type { Inputs } from '../contracts.ts';
import { fileName } from './file-name.ts';

const named = (inputs: Inputs, first?: number) =>
  fileName({ report: 'taxi/daily', inputs, format: 'csv', first });

test.each<[Inputs, string]>([
  [{}, 'daily.csv'],
  [{ month: '2015-12' }, 'daily-2015-12.csv'],
  [{ month: '2015-12', vendor: [1, 2] }, 'daily-2015-12-vendor-1-2.csv'],
  [{ period: '2001-01-01/2001-01-31' }, 'daily-2001-01-01-2001-01-31.csv'],
  [{ least: 2.5, all: true }, 'daily-least-2.5-all-true.csv'],
  [{ city: 'Zürich & Genève' }, 'daily-city-Zurich-Geneve.csv'],
  [{ city: '../../etc/passwd\r\nX: y"' }, 'daily-city-..-..-etc-passwd-X-y.csv'],
  [{ city: '東京' }, 'daily-city.csv'],
])('the inputs %j name the file %s', (inputs, name) => {
  expect(named(inputs)).toBe(name);
});

test('relative dates are the days that they stood for', () => {
  const inputs = { period: 'last_7_days', airport: 'ORD' };
  const resolved = { period: '2026-11-18/2026-11-24' };
  expect(fileName({ report: 'daily', inputs, resolved, format: 'xlsx' })).toBe(
    'daily-2026-11-18-2026-11-24-airport-ORD.xlsx',
  );
});

test('a capped file says so, however long its name', () => {
  expect(named({ month: '2015-12' }, 1000)).toBe('daily-2015-12-first-1000-rows.csv');
  const long = named({ text: 'x'.repeat(500) }, 1000);
  expect(long).toMatch(/^daily-text-x+-first-1000-rows\.csv$/);
  expect(long.length).toBeLessThanOrEqual(124);
});
