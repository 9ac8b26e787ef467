import { BatchExecuteStatementCommand, DescribeStatementCommand } from '@aws-sdk/client-redshift-data';
import fc from 'fast-check';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
  await data.run(
    'create table t (a integer, b varchar(10)); create table u (a integer identity(1,1), c date)',
  );
});
afterAll(() => data.close());

const words =
  `select from where group by having order limit insert into values update set delete create table view drop alter
  add column rename to temp as with recursive union all minus case when then else end and or not null is in between like cast
  join left on using distinct over partition rows merge matched remove duplicates procedure call begin declare if loop for
  exit raise exception execute language plpgsql truncate explain show grant copy unload pivot unpivot qualify top distkey
  sortkey identity default primary key varchar integer decimal date materialized refresh schema search_path append
  sum count listagg dateadd datediff nvl decode current_date sysdate a b c t u public pg_tables svv_columns s1`.split(
    /\s+/,
  );
const marks =
  '( ) , ; . * + - / % = <> < > || :: := [ ] { } $ $$ $1 ? \' " ` -- /* */ # @ ~ ! & | ^ \\ \u0000 é 😀 :x :1'.split(
    ' ',
  );
const literals = [
  '1',
  '0',
  '-1',
  '1.5',
  '1e9',
  '9223372036854775808',
  "'x'",
  "'2020-01-01'",
  "''",
  '"A"',
  'null',
  'true',
  "E'\\\\'",
];

const soup = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...marks), fc.constantFrom(...literals)), {
    minLength: 1,
    maxLength: 14,
  })
  .map((tokens) => tokens.join(' '));

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...literals, 'a', 'b', 't.a', 'nope', 'sysdate'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '%', '||', '=', '<', 'and', 'like', 'in'),
        tie('expression'),
      )
      .map((parts) => parts.join(' ')),
    fc
      .tuple(
        fc.constantFrom('sum', 'max', 'nvl', 'upper', 'dateadd', 'trunc', 'listagg', 'nosuch', 'avg'),
        fc.array(tie('expression'), { maxLength: 3 }),
      )
      .map(([name, args]) => `${name}(${args.join(', ')})`),
    tie('expression').map((one) => `(${one})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('integer', 'varchar(3)', 'date', 'super', 'nonsense'))
      .map(([one, type]) => `cast(${one} as ${type})`),
    tie('expression').map((one) => `(select ${one} from t)`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([one, other]) => `case when ${one} then ${other} end`),
  ),
}));

const statement = fc.oneof(
  fc.tuple(expression, expression).map(([one, other]) => `select ${one} from t where ${other}`),
  expression.map((one) => `insert into t values (${one})`),
  expression.map((one) => `update t set a = ${one}`),
  expression.map((one) => `delete from t using u where ${one}`),
  expression.map((one) => `create temp table n distkey(x) as select ${one} as x`),
  expression.map(
    (one) => `create temp table d (x integer default ${one} not null, primary key (x)) sortkey (x)`,
  ),
  expression.map((one) => `alter table t add column z integer default ${one}`),
  expression.map(
    (one) =>
      `create or replace procedure p(n int) as $$ begin if ${one} then raise info 'x'; end if; end; $$ language plpgsql`,
  ),
  expression.map((one) => `call p(${one})`),
  expression.map(
    (one) =>
      `merge into t using u on ${one} when matched then delete when not matched then insert values (1, 'x')`,
  ),
  expression.map((one) => `create or replace view v as select ${one} as x from t`),
);

const finish = async (Sqls: string[]) => {
  const batch = new BatchExecuteStatementCommand({
    Sqls,
    WorkgroupName: 'analytics',
    Database: 'dev',
    ExecutionMode: 'AUTO_COMMIT',
  });
  const { Id } = await data.client.send(batch);
  return (
    (await data.client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }))).SubStatements ?? []
  );
};

it.each([
  ['token soup', soup],
  ['a small grammar', statement],
])(
  '%s ends FINISHED, or FAILED with an error of Redshift',
  async (_what, generated) => {
    const texts = fc.array(generated, { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, async (sqls) => {
        for (const { Status, Error: failure, QueryString } of await finish(sqls)) {
          expect([Status, QueryString]).toEqual([failure ? 'FAILED' : 'FINISHED', QueryString]);
          if (failure) expect(failure).toMatch(/^(ERROR: \S|No value specified for parameter \d+\.$)/);
          // What the engine or the emulator says of itself is no answer.
          if (failure)
            expect(failure).not.toMatch(
              /INTERNAL|duckdb|undefined|Cannot read propert|is not a function|is not iterable/i,
            );
        }
      }),
      { numRuns: 8, seed: 42, endOnFailure: true },
    );
    expect(await data.rows('select 1')).toEqual([['1']]);
  },
  60_000,
);
