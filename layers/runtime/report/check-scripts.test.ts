import { checkScripts } from './check-scripts.ts';

const check = (text: string) => checkScripts([{ path: 'schema/t.sql', text }]);

it('lets scripts make tables and rows', () => {
  const text =
    "create table t (a int);\ninsert into t select 1;\nupdate t set a = 2;\ncopy t from 's3://{{ data_bucket }}/t';";
  expect(check(text)).toEqual([]);
});

it.each([
  ['a setting', 'create table t (a int);\n\n-- first\nSet search_path to x;', 4, 'SET changes a setting'],
  ['a setting put back', 'reset all', 1, 'RESET changes a setting'],
  ['a setting by a function', "select 1;\nselect set_config('a', 'b', false)", 2, 'set_config'],
  ['a text that never ends', "select 1;\nselect 'x", 2, 'never ends'],
])('finds %s', (_name, text, line, message) => {
  expect(check(text)).toEqual([
    { path: 'schema/t.sql', line, column: expect.any(Number), message: expect.stringContaining(message) },
  ]);
});
