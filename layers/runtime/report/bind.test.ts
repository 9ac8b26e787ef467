import naughty from 'big-list-of-naughty-strings/blns.json';
import fc from 'fast-check';
import { bind } from './bind.ts';
import { EXAMPLE, EXAMPLE_CALLER, EXAMPLE_MOMENT } from './example.ts';
import { parseTemplate } from './parse-template.ts';
import { tokenize } from './tokens.ts';

const report = (parameters: string[], sql: string) =>
  parseTemplate(
    `/*---\ntitle: T\nparameters: [${parameters.map((one) => `{ ${one} }`).join(', ')}]\n---*/\n${sql}`,
    't',
  );
const run = (parameters: string[], sql: string, inputs: object, caller = EXAMPLE_CALLER) =>
  bind(report(parameters, sql), inputs, caller, EXAMPLE_MOMENT);
const example = (inputs: object) =>
  bind(parseTemplate(EXAMPLE, 'taxi/daily'), inputs, EXAMPLE_CALLER, EXAMPLE_MOMENT);

it('binds what is given and drops the clauses of what is not', () => {
  const { sql, parameters } = example({ month: '2015-11' });
  expect(sql).toMatch(/^select [\s\S]* = :month and owner = :caller_id\s+group by 1 order by 1$/);
  expect(parameters).toEqual([
    { name: 'month', value: '2015-11' },
    { name: 'caller_id', value: EXAMPLE_CALLER.id },
  ]);
});

it('makes a list one parameter per value, and a range its two ends', () => {
  const { sql, parameters } = example({ vendor: ['1', '2'], period: '2015-01-01/2015-01-31' });
  expect(sql).toContain('vendorid in (:vendor__1, :vendor__2)');
  expect(sql).toContain('between :period_start::date and :period_end::date');
  expect(parameters).toEqual(
    expect.arrayContaining([
      { name: 'month', value: '2015-12' },
      { name: 'vendor__1', value: '1' },
      { name: 'vendor__2', value: '2' },
      { name: 'period_start', value: '2015-01-01' },
      { name: 'period_end', value: '2015-01-31' },
    ]),
  );
});

it.each([
  ['an empty text', { vendor: '' }],
  ['an empty list', { vendor: [] }],
  ['a list of empty texts', { vendor: ['', ''] }],
  ['null', { vendor: null }],
])('takes %s for no value', (_name, inputs) => {
  expect(example(inputs).sql).not.toContain('vendorid');
});

it('drops a clause when one of its inputs is empty', () => {
  const parameters = ['name: a, type: integer', 'name: b, type: integer'];
  expect(run(parameters, 'select 1 [[ + :a * :b ]]', { a: 2 })).toMatchObject({
    sql: 'select 1',
    parameters: [],
  });
  expect(run(parameters, 'select 1 [[ + :a * :b ]]', { a: 2, b: 3 }).sql).toContain(':a * :b');
});

it('leaves a gap where a clause vanished, so that nothing new is read there', () => {
  const { sql } = run(['name: a, type: integer'], "select 'x'[[||:a||]]'y' ", {});
  expect(sql).toBe("select 'x' 'y'");
});

it('binds what relative dates stand for on the day of the run, and says so', () => {
  expect(example({ month: 'last_month', period: 'last_7_days' })).toMatchObject({
    parameters: expect.arrayContaining([
      { name: 'month', value: '2026-10' },
      { name: 'period_start', value: '2026-11-18' },
      { name: 'period_end', value: '2026-11-24' },
    ]),
    resolved: { month: '2026-10', period: '2026-11-18/2026-11-24' },
  });
  expect(example({ month: '2026-10' }).resolved).toEqual({});
});

it('binds times in UTC, as Redshift reads them', () => {
  const { parameters } = run(['name: a, type: datetime, required: true'], 'select :a', {
    a: '2015-01-01T02:30:00+02:00',
  });
  expect(parameters).toEqual([{ name: 'a', value: '2015-01-01 00:30:00' }]);
});

it('binds a value that is used twice once', () => {
  expect(run(['name: a, type: boolean, required: true'], 'select :a, {{ a }}', { a: false })).toMatchObject({
    sql: 'select :a, :a',
    parameters: [{ name: 'a', value: 'false' }],
  });
});

describe('values of the caller', () => {
  it('come from the verified token', () => {
    const sql = 'select :caller_email, :claim_region, :claim_tenant where g in (:caller_groups)';
    expect(run([], sql, {})).toMatchObject({
      sql: 'select :caller_email, :claim_region, :claim_tenant where g in (:caller_groups__1, :caller_groups__2)',
      parameters: [
        { name: 'caller_email', value: 'ana@example.com' },
        { name: 'claim_region', value: 'north' },
        { name: 'claim_tenant', value: 'acme' },
        { name: 'caller_groups__1', value: 'analysts' },
        { name: 'caller_groups__2', value: 'drivers' },
      ],
    });
  });

  it('find nothing for a caller in no group', () => {
    const { sql } = run([], 'select 1 where g in (:caller_groups)', {}, { ...EXAMPLE_CALLER, groups: [] });
    expect(sql).toBe('select 1 where g in (null)');
  });

  it.each([
    ['a claim that the token lacks', 'select :claim_branch', {}],
    ['a claim called as every object has', 'select :claim_constructor', {}],
    ['an e-mail address that is not verified', 'select :caller_email', { email_verified: 'false' }],
  ])('refuse %s', (_name, sql, claims) => {
    const caller = { ...EXAMPLE_CALLER, claims };
    expect(() => run([], sql, {}, caller)).toThrow(expect.objectContaining({ name: 'AccessDenied' }));
  });

  it.each(['caller_id', 'caller_groups__1', 'claim_region'])('cannot be given as the input %s', (name) => {
    expect(() => run([], 'select :caller_id', { [name]: 'someone else' })).toThrow(
      expect.objectContaining({ name: 'InvalidInput', field: name }),
    );
  });
});

it('refuses SQL that the Data API would not take', () => {
  expect(() => run([], `select '${'x'.repeat(100_000)}'`, {})).toThrow(
    expect.objectContaining({ name: 'InvalidTemplate', message: expect.stringContaining('100000 bytes') }),
  );
});

describe('no input is ever in the SQL', () => {
  const parameters = [
    'name: a, type: text, max-length: 10000',
    'name: b, type: choice, multiple: true, options-from: x',
  ];
  const sql = 'select 1 where true [[ and a = :a ]] [[ and b in ({{ b }}) ]]';

  it('of a published list of hostile strings', () => {
    const texts = naughty.filter((text) => text !== '');
    expect(texts.length).toBeGreaterThan(400);
    for (const text of texts) {
      const bound = run(parameters, sql, { a: text, b: [text, text] });
      expect(bound.sql).toBe('select 1 where true   and a = :a     and b in (:b__1, :b__2)');
      expect(bound.parameters.map(({ value }) => value)).toEqual([text, text, text]);
    }
  });

  it('whatever it is', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 100 }), (a, b) => {
        const bound = run(parameters, sql, { a, b });
        expect(bound.sql).toBe(run(parameters, sql, { a: 'x', b: b.map(() => 'y') }).sql);
        expect(bound.parameters.map(({ value }) => value)).toEqual([a, ...b]);
      }),
    );
  });

  it('and every parameter is used in it, each name once', () => {
    const list = fc.array(fc.integer(), { maxLength: 5 });
    fc.assert(
      fc.property(list, fc.option(fc.integer(), { nil: undefined }), (many, one) => {
        const declared = ['name: many, type: integer, multiple: true', 'name: one, type: integer'];
        const bound = run(declared, 'select 1 [[ + :one ]] [[ where 1 in (:many) and :one > 0 ]]', {
          many,
          one,
        });
        const used = tokenize(bound.sql)
          .filter(({ kind }) => kind === 'placeholder')
          .map(({ text }) => text.slice(1));
        expect(bound.parameters.map(({ name }) => name)).toEqual([...new Set(used)]);
      }),
    );
  });
});
