import { rewriteCalls, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';
import { pathEnd, unnestedNames } from '../super-path.ts';

const comparisons = ['=', '<>', '!=', '<', '>', '<=', '>='];
const texts = ['varchar', 'char', 'character', 'text', 'nvarchar', 'bpchar'];
const textFunctions =
  'lower upper len length char_length substring left right trim btrim ltrim rtrim replace split_part concat reverse initcap charindex strpos md5'.split(
    ' ',
  );

/** Whether what stands at `at` is compared as a text. */
const isTextAt = (tokens: readonly Token[], at: number): boolean => {
  const next = is(tokens[at], 'not') ? at + 1 : at;
  if (is(tokens[next], 'like', 'ilike', '||')) return true;
  if (is(tokens[next], 'in')) return tokens[next + 2]?.kind === 'string';
  return is(tokens[next], ...comparisons, 'between') && tokens[next + 1]?.kind === 'string';
};

/** Whether what stands at `at` is compared with a number. */
const isNumberAt = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], ...comparisons, 'between') &&
  (tokens[at + 1]?.kind === 'number' || (is(tokens[at + 1], '-') && tokens[at + 2]?.kind === 'number'));

/** What a path becomes where it stands; undefined where it stays. */
const wrapper = (tokens: readonly Token[], at: number, end: number, inOrder: boolean): string | undefined => {
  const before = tokens[at - 1];
  if (is(tokens[end], '::') && is(tokens[end + 1], ...texts)) return 'super_text';
  if (is(tokens[end], 'as') && is(before, '(') && is(tokens[at - 2], 'cast') && is(tokens[end + 1], ...texts))
    return 'super_text';
  if (is(before, '||')) return 'super_text';
  const backwards = is(before, ...comparisons) && tokens[at - 2]?.kind === 'string';
  if (isTextAt(tokens, end) || backwards) return is(tokens[end], '||') ? 'super_text' : 'super_string';
  if (isNumberAt(tokens, end)) return 'super_number';
  if (is(tokens[end], 'is') && !is(tokens[end + 1], 'distinct')) return 'super_value';
  const whole = end === tokens.length || is(tokens[end], ',', ')', 'asc', 'desc', 'nulls', 'limit', 'offset');
  return inOrder && whole && is(before, 'by', ',') ? 'super_order' : undefined;
};

/** Where ORDER BY begins and which clause ends it, outside parentheses. */
const orders = (tokens: readonly Token[]): boolean[] => {
  const stack: boolean[] = [false];
  return tokens.map((token, at) => {
    if (is(token, '(')) stack.push(false);
    if (is(token, ')')) stack.pop();
    if (is(token, 'by')) stack[stack.length - 1] = is(tokens[at - 1], 'order');
    if (is(token, 'limit', 'offset', 'rows', 'range', 'union', 'select')) stack[stack.length - 1] = false;
    return stack.at(-1) ?? false;
  });
};

const rewrite = (tokens: readonly Token[]): Token[] => {
  const inOrder = orders(tokens);
  const names = unnestedNames(tokens);
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = pathEnd(tokens, at, names);
    const name = end > at ? wrapper(tokens, at, end, inOrder[at] ?? false) : undefined;
    if (!name) {
      out.push(...tokens.slice(at, Math.max(end, at + 1)));
      at = Math.max(end, at + 1) - 1;
      continue;
    }
    const [open] = sql`${[{ kind: 'word', text: name, space: ' ', start: -1 }]}`;
    out.push(open as Token, ...sql`(${tokens.slice(at, end)})`);
    at = end - 1;
  }
  return out;
};

/** A path as the argument of a text function is its text; an extreme of what sorts as text would be wrong. */
const inFunctions = (tokens: readonly Token[]): Token[] => {
  const names = unnestedNames(tokens);
  return rewriteCalls(
    tokens,
    Object.fromEntries(
      [...textFunctions, 'min', 'max'].map((name) => [
        name,
        (args: Token[][]) => {
          const inner = args.map((arg) =>
            pathEnd(arg, 0, names) === arg.length && arg.length > 0 ? inside(name, arg) : arg,
          );
          const list = inner.flatMap((arg, index) => (index === 0 ? arg : [...sql`,`, ...arg]));
          return [{ kind: 'word' as const, text: name, space: ' ', start: -1 }, ...sql`(${list})`];
        },
      ]),
    ),
  );
};

const inside = (name: string, arg: readonly Token[]): Token[] =>
  name === 'min' || name === 'max' ? sql`super_extreme(${arg})` : sql`super_text(${arg})`;

const given = `create temp table t (id integer, s super);
  insert into t values (1, json_parse('{"name":"ann","n":10,"ok":true,"day":"2020-01-02","none":null,"items":[{"sku":"a","qty":2},{"sku":"b","qty":11}]}')),
    (2, json_parse('{"name":"bob","n":9.5,"items":[{"sku":"c","qty":1}]}'));`;

export const superValues: Rule = {
  name: 'SUPER values',
  area: 'SUPER and JSON',
  macros: [
    `super_extreme(x json) as error('not emulated: MIN and MAX of SUPER without a cast'), (x varchar) as x, (x) as x`,
    // Any scalar as text; a string only; NULL for JSON's null; what sorts as Redshift sorts. Other types stay.
    `super_text(x json) as x ->> '$', (x varchar) as x, (x) as x`,
    `super_string(x json) as case when json_type(x) = 'VARCHAR' then x ->> '$' end, (x varchar) as x, (x) as x`,
    `super_number(x json) as try_cast(case when json_type(x) <> 'VARCHAR' then x::varchar end as double), (x varchar) as x, (x) as x`,
    `super_value(x json) as nullif(x::varchar, 'null'), (x varchar) as x, (x) as x`,
    `super_order(x json) as struct_pack(kind := case json_type(x) when 'BOOLEAN' then 1 when 'VARCHAR' then 3 when 'ARRAY' then 4
       when 'OBJECT' then 5 else 2 end, number := try_cast(x::varchar as double), word := x ->> '$'), (x varchar) as x, (x) as x`,
  ],
  rewrite: (tokens) => rewrite(inFunctions(tokens)),
  cases: [
    {
      form: 'navigation: a.b[0].c, a."B", a[\'b\']',
      shown: "select s.items[0].sku, t.s.items[1]['qty'], s.missing.x from t",
      sql: `${given} select s.items[0].sku as a, t.s.items[1]['qty'] as b, s.missing.x as c from t order by id`,
      rows: [
        ['"a"', '11', null],
        ['"c"', null, null],
      ],
    },
    {
      form: 'comparison with text and numbers',
      note: 'Numbers are compared as DOUBLE PRECISION.',
      shown: "select id from t where s.name = 'ann' and s.n > 9 and s.n <> 'x'",
      sql: `${given} select id from t where s.name = 'ann' and s.n > 9.75 and s.name like 'a%' and 'ann' = s.name and s.name in ('ann', 'x')`,
      rows: [['1']],
    },
    {
      form: 'comparison of values of other types is NULL',
      shown: "select id from t where s.n = '10'",
      sql: `${given} select id from t where s.n = '10'`,
      rows: [],
    },
    {
      form: 'casts: ::varchar, ::integer, ::decimal, ::date, ::boolean',
      shown: 'select s.name::varchar, s.n::integer, s.day::date, s.ok::boolean, s.n::varchar from t',
      sql: `${given} select s.name::varchar as a, s.n::integer as b, s.day::date as c, s.ok::boolean as d, cast(s.n as varchar(5)) as e from t where id = 1`,
      rows: [['ann', '10', '2020-01-02', 'true', '10']],
    },
    {
      form: 'cast of a whole SUPER column to VARCHAR',
      note: 'A string keeps the quotes of its JSON; in Redshift it loses them. Casts of a path (`s.name::varchar`) are right.',
      shown: 'select s::varchar from t',
      sql: `create temp table v (s super); insert into v values (json_parse('"ann"')); select s::varchar as s from v`,
      rows: [['"ann"']],
    },
    {
      form: 'ORDER BY a whole SUPER column',
      note: 'By its JSON as text: 10 before 9. ORDER BY a path (`t.s.n`) is right.',
      shown: 'select s from t order by s',
      sql: `create temp table v (s super); insert into v values (json_parse('9')), (json_parse('10')); select s from v order by s`,
      rows: [['10'], ['9']],
    },
    {
      form: 'text functions and ||',
      shown: "select upper(s.name), s.name || '!' from t",
      sql: `${given} select upper(s.name) as a, s.name || '!' as b, len(s.name) as c from t where id = 1`,
      rows: [['ANN', 'ann!', '3']],
    },
    {
      form: 'IS NULL of a missing value and of JSON null',
      shown: 'select s.none is null, s.missing is null, s.name is null from t',
      sql: `${given} select s.none is null as a, s.missing is null as b, s.name is null as c from t where id = 1`,
      rows: [['true', 'true', 'false']],
    },
    {
      form: 'ORDER BY a SUPER value',
      note: 'Numbers as DOUBLE PRECISION; among types: booleans, numbers, strings, arrays, objects.',
      shown: 'select id from t order by t.s.n',
      sql: `${given} select id from t order by t.s.n`,
      rows: [['2'], ['1']],
    },
    {
      form: 'MIN and MAX of SUPER without a cast',
      shown: 'select max(s.n) from t',
      sql: `${given} select max(s.n) from t`,
      error: 'ERROR: not emulated: MIN and MAX of SUPER without a cast',
    },
    {
      form: 'aggregates of casts',
      shown: 'select max(s.n::float), sum(s.n::decimal(8,2)), count(s.ok) from t',
      sql: `${given} select max(s.n::float) as a, sum(s.n::decimal(8,2)) as b, count(s.ok) as c from t`,
      rows: [['10', '19.50', '1']],
    },
    {
      form: 'SUPER in results',
      note: 'A text that is inserted without JSON_PARSE is parsed.',
      shown: 'select s.items from t',
      sql: `${given} select s.items from t where id = 2`,
      rows: [['[{"sku":"c","qty":1}]']],
    },
  ],
};
