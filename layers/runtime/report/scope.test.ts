import { EXAMPLE_CALLER as ana } from './example.ts';
import { parseTemplate } from './parse-template.ts';
import { scopeHash, scopeOf } from './scope.ts';

const template = (sql: string) => parseTemplate(`/*---\ntitle: T\n---*/\n${sql}`, 't');
const everything = template(
  'select :claim_region, {{ caller_id }}, :caller_email where g in (:caller_groups) and r = :claim_region',
);

it('names each value of the caller once, in an order that does not hang on the SQL', () => {
  expect(scopeOf(everything, ana).sources).toEqual([
    'caller_email',
    'caller_groups',
    'caller_id',
    'claim_region',
  ]);
});

it('is the same for everyone where the report does not ask who it is for', () => {
  const open = template("select ':caller_id' -- :caller_id");
  expect(scopeOf(open, ana).sources).toEqual([]);
  expect(scopeOf(open, ana).hash).toBe(scopeOf(open, { ...ana, id: 'bob', groups: [] }).hash);
});

it('does not hang on the order of the groups', () => {
  const again = { ...ana, groups: [...ana.groups].reverse().concat(ana.groups) };
  expect(scopeOf(everything, again)).toEqual(scopeOf(everything, ana));
});

it.each([
  ['another person', { id: 'bob' }],
  ['another address', { email: 'bob@example.com' }],
  ['a group less', { groups: ['analysts'] }],
  ['no group', { groups: [] }],
  ['two groups that look like one', { groups: ['analysts,drivers'] }],
  ['another claim', { claims: { ...ana.claims, region: 'south' } }],
])('differs for %s', (_name, change) => {
  const { sources, hash } = scopeOf(everything, ana);
  expect(scopeHash(sources, ana)).toBe(hash);
  expect(scopeHash(sources, { ...ana, ...change })).not.toBe(hash);
});

it('does not differ for what the report does not use', () => {
  const { sources, hash } = scopeOf(template('select :claim_tenant'), ana);
  expect(scopeHash(sources, { ...ana, id: 'bob', groups: [] })).toBe(hash);
});

it('tells one source from another with the same value', () => {
  const same = { ...ana, email: ana.id };
  expect(scopeHash(['caller_id'], same)).not.toBe(scopeHash(['caller_email'], same));
});

it('is refused to a caller whose token has lost a value', () => {
  const { sources } = scopeOf(everything, ana);
  expect(() => scopeHash(sources, { ...ana, claims: {} })).toThrow(
    expect.objectContaining({ name: 'AccessDenied' }),
  );
});

it('takes no source that is not a value of the caller', () => {
  expect(() => scopeHash(['month'], ana)).toThrow('not a value of the caller: month');
});
