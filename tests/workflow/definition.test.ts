import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isReportId } from '@readout/runtime/report/report-id.ts';
import { definition, input, runReport, substitutions } from './run-report.ts';

// biome-ignore lint/suspicious/noExplicitAny: the definition is checked by its validator
const states = Object.entries<any>(definition().States);
const tasks = states.filter(([, { Type }]) => Type === 'Task');
const functions = (name: string): string =>
  fileURLToPath(new URL(`../../functions/${name}`, import.meta.url));

test.each(tasks.map(([name, state]) => [name, state]))(
  '%s ends by itself and waits with jitter',
  (_name, state) => {
    expect(state.TimeoutSeconds).toBeGreaterThan(0);
    for (const retry of state.Retry) expect(retry).toMatchObject({ JitterStrategy: 'FULL', BackoffRate: 2 });
  },
);

test('an Express workflow may take five minutes', () => {
  expect(definition().TimeoutSeconds).toBeLessThanOrEqual(300);
});

test.each(tasks.filter(([, { Resource }]) => Resource.includes('lambda')).map(([name]) => [name]))(
  '%s is named as the folder of its function',
  (name) => {
    const verb = name.replace(/^Notify.*/, 'Notify');
    expect(existsSync(functions(verb.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase()))).toBe(
      true,
    );
  },
);

test('everything that the template substitutes is used', () => {
  const text = JSON.stringify(
    definition(Object.fromEntries(Object.keys(substitutions).map((name) => [name, `<${name}>`]))),
  );
  for (const name of Object.keys(substitutions)) expect(text).toContain(`<${name}>`);
});

test.each([
  'taxi/daily',
  'a',
  'A_b-c/d9',
  '-a',
  'a/-b',
  'a//b',
  'a/b/',
  'a.b',
  'é',
  'x'.repeat(200),
  'x'.repeat(201),
])('the workflow and the functions agree whether %s can be a report', async (report) => {
  const { path } = await runReport({}, { input: { ...input, report } });
  expect(path.includes('LoadTemplate')).toBe(isReportId(report));
});
