import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Inputs } from '../contracts.ts';
import { bind } from './bind.ts';
import { EXAMPLE_CALLER, EXAMPLE_MOMENT } from './example.ts';
import { parseTemplate } from './parse-template.ts';
import { reportIdOf } from './report-id.ts';

const root = fileURLToPath(new URL('../../../sql/', import.meta.url));
const ids = (readdirSync(`${root}reports`, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.sql'))
  .map((path) => reportIdOf(`reports/${path}`) ?? `not an id: ${path}`);
const template = (id: string) => parseTemplate(readFileSync(`${root}reports/${id}.sql`, 'utf8'), id);

/** A value for every kind of input that the reports have. */
const some: Inputs = {
  text: 'x',
  integer: 20,
  number: 1.5,
  'date-range': '2001-02-01/2001-02-03',
  month: '2015-03',
  choice: 'ORD',
};

it('finds the reports of the sample', () => {
  expect(ids).toEqual(
    expect.arrayContaining(['flights/delays-by-day', 'flights/busiest-routes', 'taxi/daily']),
  );
});

describe.each(ids)('%s', (id) => {
  const parsed = template(id);

  it('runs with as little as it asks for, and with every field filled in', () => {
    const { parameters } = parsed.report;
    const inputs = (of: typeof parameters) =>
      Object.fromEntries(of.map(({ name, type }) => [name, some[type]]));
    const asked = parameters.filter((one) => one.required && one.default === undefined);
    expect(bind(parsed, inputs(asked), EXAMPLE_CALLER, EXAMPLE_MOMENT).sql).toMatch(/^select/);
    const filled = inputs(parameters);
    const bound = bind(parsed, filled, EXAMPLE_CALLER, EXAMPLE_MOMENT);
    expect(bound.parameters.length).toBeGreaterThanOrEqual(parameters.length);
  });

  it('says where its data is from, and that taxi trips are generated', () => {
    expect(parsed.report.source).toMatch(id.startsWith('taxi/') ? /generated/i : /Bureau of Transportation/);
  });

  it('takes its choices from reports that give value and label and ask for nothing', () => {
    for (const { optionsFrom } of parsed.report.parameters.filter((one) => one.optionsFrom)) {
      const choices = template(optionsFrom as string);
      expect(choices.report.parameters.filter(({ required }) => required)).toEqual([]);
      expect(bind(choices, {}, EXAMPLE_CALLER, EXAMPLE_MOMENT).sql).toMatch(/ as value,[\s\S]* as label\b/);
    }
  });
});
