import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forms } from './forms.ts';
import { dialectPage, statusOf } from './page.ts';
import { rules } from './rules.ts';

const onDisk = readFileSync(fileURLToPath(new URL('../docs/dialect.md', import.meta.url)), 'utf8');

it('docs/dialect.md is what the cases say: else run `npm run dialect -w local/redshift-data`', () => {
  expect(onDisk).toBe(dialectPage(forms));
});

it('every rule has a case', () => {
  expect(rules.filter((rule) => rule.cases.length === 0)).toEqual([]);
});

it.each(
  forms.flatMap((one) =>
    one.cases.map((item) => ({ form: item.form ?? one.name, status: statusOf(item, one), item })),
  ),
)('$form says $status and means it', ({ status, item }) => {
  const refused = 'error' in item && item.error.startsWith('ERROR: not emulated: ');
  expect(status === 'absent').toBe(refused);
  expect(item.sql).not.toBe('');
});
