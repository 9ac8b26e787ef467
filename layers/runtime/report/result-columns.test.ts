import { parseTemplate } from './parse-template.ts';
import { everyColumn, resultColumns } from './result-columns.ts';

it.each([
  ['aliases', 'select a as value, b label from t', ['value', 'label']],
  ['columns', 'select t.a, "B" from t', ['a', 'b']],
  ['aliases in quotes and capitals', 'select a as "Value", b as LABEL', ['value', 'label']],
  [
    'the query, not its subqueries',
    'select (select x as y from t) as value, f(a, b) as label from t',
    ['value', 'label'],
  ],
  ['the query after its CTEs', 'with a as (select 1 as one, 2 as two) select one as value from a', ['value']],
  ['the first of a union', 'select distinct a as value union all select b from t', ['value']],
  ['an expression without a name', 'select a + 1, count(*), :x from t', []],
  ['all columns', 'select * from t', []],
  ['a clause that may vanish', 'select a [[ + :x ]] as value from t', ['value']],
])('tells %s', (_name, sql, columns) => {
  const used = sql.includes(':x') ? sql : `${sql} [[ limit :x ]]`;
  const text = `/*---\ntitle: T\nparameters: [{ name: x, type: integer, default: 1 }]\n---*/ ${used}`;
  expect(resultColumns(parseTemplate(text, 't'))).toEqual(columns);
});

it.each([
  ['select a, b as c from t', true],
  ['select a, count(*) from t', false],
  ['select t.* from t', false],
])('knows whether it tells every column: %s', (sql, every) => {
  expect(everyColumn(parseTemplate(`/*---\ntitle: T\n---*/ ${sql}`, 't')) !== undefined).toBe(every);
});
