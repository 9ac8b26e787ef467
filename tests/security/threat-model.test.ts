import { readdirSync, readFileSync } from 'node:fs';

const page = readFileSync('docs/security.md', 'utf8');
const [, table = ''] = /\| Somebody \|.*\n\|[- |]+\n((?:\|.*\n)+)/.exec(page) ?? [];
const named = [...table.matchAll(/\| ([^|]+) \|\n/g)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([\w./-]+)`(?: in `([\w/-]+)`)?/g)].map(([, name = '', folder]) =>
    folder ? `${folder}/${name}` : name,
  ),
);

/** A test's file, or a folder of tests; by itself the name of one beside this. */
const exists = (name: string): boolean => {
  const at = name.lastIndexOf('/');
  const folder = at < 0 ? 'tests/security' : name.slice(0, at);
  const found = readdirSync(folder);
  const base = name.slice(at + 1);
  return (
    found.some((file) => file.startsWith(`${base}.`) && file.endsWith('.test.ts')) || found.includes(base)
  );
};

it('names tests that there are in every line of the threat model', () => {
  expect(table.trim().split('\n').length).toBeGreaterThan(15);
  expect(named.length).toBeGreaterThanOrEqual(table.trim().split('\n').length);
  expect(named.filter((name) => !exists(name))).toEqual([]);
});

it('leaves no test of this folder unnamed', () => {
  const here = readdirSync('tests/security').filter((file) => file.endsWith('.test.ts'));
  const names = here.map((file) => file.replace('.test.ts', '')).filter((name) => name !== 'threat-model');
  expect(names.filter((name) => !named.includes(name))).toEqual([]);
});
