import { made, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';
import { pathEnd } from '../super-path.ts';

const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'quoted';
const clauses = 'where group having order limit qualify union except intersect minus on using'.split(' ');
const beforeItem = ['from', ',', 'join'];
const folded = (token: Token): string => token.text.replaceAll('"', '').toLowerCase();

interface Item {
  /** Path, or the name of something that is unnested already. */
  path: Token[];
  alias: Token;
  index?: Token;
  end: number;
}

/** Reads `path [AS] alias [AT index]` at `at`, where the path begins with a name of this FROM clause. */
const readItem = (
  tokens: readonly Token[],
  at: number,
  tables: readonly string[],
  values: readonly string[],
): Item | undefined => {
  const first = tokens[at];
  if (!isName(first)) return undefined;
  const known = [...tables, ...values].includes(folded(first));
  const end = Math.max(pathEnd(tokens, at), values.includes(folded(first)) ? at + 1 : at);
  if (!known || end === at) return undefined;
  const aliasAt = is(tokens[end], 'as') ? end + 1 : end;
  const alias = tokens[aliasAt];
  if (!isName(alias) || is(alias, ...clauses)) return undefined;
  const indexed = is(tokens[aliasAt + 1], 'at') && isName(tokens[aliasAt + 2]);
  return {
    path: tokens.slice(at, end),
    alias,
    ...(indexed && { index: tokens[aliasAt + 2] }),
    end: aliasAt + (indexed ? 3 : 1),
  };
};

/** The alias of the table at `at`, or its name. */
const tableName = (tokens: readonly Token[], at: number): string | undefined => {
  if (!isName(tokens[at])) return undefined;
  let end = at + 1;
  while (is(tokens[end], '.') && isName(tokens[end + 1])) end += 2;
  const alias = tokens[is(tokens[end], 'as') ? end + 1 : end];
  const words = ['join', 'left', 'right', 'inner', 'full', 'cross', 'natural', ...clauses];
  const named = isName(alias) && !is(alias, ...words) ? alias : tokens[end - 1];
  return named && folded(named);
};

const unnested = ({ path, alias, index }: Item, number: number): Token[] => {
  const names = index ? sql`value as ${[alias]}, key::bigint as ${[index]}` : sql`value as ${[alias]}`;
  return sql`lateral (select ${names} from json_each(super_array(${path}))) as ${made(`redshift_unnested_${number}`)}`;
};

const rewrite = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  // One list of names for each FROM clause that is open, innermost last.
  const scopes: { tables: string[]; values: string[]; inFrom: boolean }[] = [
    { tables: [], values: [], inFrom: false },
  ];
  let number = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (is(token, '(')) scopes.push({ tables: [], values: [], inFrom: false });
    if (is(token, ')') && scopes.length > 1) scopes.pop();
    const scope = scopes.at(-1) as (typeof scopes)[number];
    if (is(token, 'from', 'join')) scope.inFrom = true;
    else if (is(token, ...clauses)) scope.inFrom = false;
    out.push(token);
    if (!is(token, ...beforeItem) || !scope.inFrom) continue;
    const item = readItem(tokens, at + 1, scope.tables, scope.values);
    const name = item ? undefined : tableName(tokens, at + 1);
    if (name) scope.tables.push(name);
    if (!item) continue;
    scope.values.push(folded(item.alias));
    out.push(...unnested(item, ++number));
    at = item.end - 1;
  }
  return out;
};

const given = `create temp table orders (id integer, o super);
  insert into orders values (1, json_parse('{"items":[{"sku":"a","tags":["x","y"]},{"sku":"b"}]}')), (2, json_parse('{"items":[]}')), (3, json_parse('{}'));`;

export const unnesting: Rule = {
  name: 'unnesting in FROM',
  area: 'SUPER and JSON',
  macros: [
    `super_array(s) as case when s is null or json_type(s) in ('ARRAY', 'NULL') then s::json
       else error('not emulated: unnesting of a SUPER value that is no array') end`,
  ],
  rewrite,
  cases: [
    {
      form: 'FROM t, t.items AS i',
      shown: 'select id, i.sku from orders as x, x.o.items as i',
      sql: `${given} select id, i.sku from orders as x, x.o.items as i order by 1, 2`,
      rows: [
        ['1', '"a"'],
        ['1', '"b"'],
      ],
    },
    {
      form: 'FROM t, t.items AS i AT index',
      shown: 'select i.sku, at_index from orders x, x.o.items as i at at_index',
      sql: `${given} select i.sku::varchar as sku, n from orders x, x.o.items i at n order by n desc`,
      rows: [
        ['b', '1'],
        ['a', '0'],
      ],
    },
    {
      form: 'unnesting of what is unnested',
      shown: 'select i.sku, tag from orders x, x.o.items i, i.tags as tag',
      sql: `${given} select i.sku, tag from orders x, x.o.items i, i.tags as tag where tag is not null order by tag`,
      rows: [
        ['"a"', '"x"'],
        ['"a"', '"y"'],
      ],
    },
    {
      form: 'unnesting of what is unnested',
      shown: 'select inner_value from t, t.a as outer_value, outer_value as inner_value',
      sql: "create temp table m as select json_parse('[[1.1,1.2],[2.1]]') as a; select e from m, m.a as r, r as e order by e::decimal(3,1)",
      rows: [['1.1'], ['1.2'], ['2.1']],
    },
    {
      form: 'what is unnested as a text',
      shown: "select tag::varchar, upper(tag) from orders x, x.o.items i, i.tags as tag where tag = 'x'",
      sql: `${given} select tag::varchar as a, upper(tag) as b from orders x, x.o.items i, i.tags as tag where tag = 'x' or tag = 'z'`,
      rows: [['x', 'X']],
    },
    {
      form: 'LEFT JOIN t.items AS i ON true',
      shown: 'select id, i.sku from orders x left join x.o.items as i on true',
      sql: `${given} select id, i.sku from orders x left join x.o.items as i on true order by id, i.sku`,
      rows: [
        ['1', '"a"'],
        ['1', '"b"'],
        ['2', null],
        ['3', null],
      ],
    },
    {
      form: 'unnesting of a value that is no array',
      sql: `create temp table u as select json_parse('{"a":1}') as s; select v from u, u.s.a as v`,
      error: 'ERROR: not emulated: unnesting of a SUPER value that is no array',
    },
  ],
};
