import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkReports } from './check-reports.ts';
import { INPUT_TYPES } from './input-types.ts';
import { parseTemplate } from './parse-template.ts';

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const examplesIn = (text: string) =>
  [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql as string);

/** docs/reports.md is what people write reports by. */
const page = read('docs/reports.md');
const examples = examplesIn(page);

it('shows reports that are reports', () => {
  expect(examples).toHaveLength(3);
  for (const example of examples) expect(parseTemplate(example, 'docs/example').report.title).not.toBe('');
});

it('shows reports that pass the check, in the README too', () => {
  const shown = [...examples, ...examplesIn(read('README.md'))];
  expect(shown).toHaveLength(4);
  const files = shown.map((text, at) => ({ path: `reports/example-${at}.sql`, text }));
  const vendors = 'reports/taxi/vendors.sql';
  expect(checkReports([...files, { path: vendors, text: read(`sql/${vendors}`) }])).toEqual([]);
});

it('lists every type', () => {
  const [, table = ''] = /\| Type \|.*\n\|[- |]+\n((?:\|.*\n)+)/.exec(page) ?? [];
  expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, type]) => type)).toEqual(Object.keys(INPUT_TYPES));
});

const inComment = (key: string) => `${key === 'title' ? '' : 'title: T\n'}${key}: { no: way }`;
const inParameter = (key: string) => {
  const others = ['name: a', 'type: text'].filter((one) => !one.startsWith(`${key}:`));
  return `title: T\nparameters: [{ ${[...others, `${key}: { no: way }`].join(', ')} }]`;
};
const inChart = (key: string) => {
  const others = ['type: number', 'y: [a]'].filter((one) => !one.startsWith(`${key}:`));
  return `title: T\nchart: { ${[...others, `${key}: { no: way }`].join(', ')} }`;
};

it.each([
  ['the leading comment', '## The leading comment', inComment],
  ['a parameter', '## Parameters', inParameter],
  ['a chart', '## Charts', inChart],
  ['a column', '## Columns', (key: string) => `title: T\ncolumns: { a: { ${key}: { no: way } } }`],
])('names only keys that %s has', (_name, heading, frontMatterWith) => {
  const [, table = ''] = /\| Key \|.*\n\|[- |]+\n((?:\|.*\n)+)/.exec(page.slice(page.indexOf(heading))) ?? [];
  const cells = [...table.matchAll(/^\| (.+?) \|/gm)].map(([, cell = '']) => cell);
  const keys = cells.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, key = '']) => key));
  const attempt = (key: string) => () => parseTemplate(`/*---\n${frontMatterWith(key)}\n---*/ select 1`, 'x');
  expect(keys.length).toBeGreaterThan(7);
  for (const key of keys) expect(attempt(key)).not.toThrow('is not a known key');
  expect(attempt('made-up')).toThrow('is not a known key');
});
