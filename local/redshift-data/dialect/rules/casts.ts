import { INTEGER, VARCHAR } from '@duckdb/node-api';
import { made, rewriteCalls, sql } from '../../sql/calls.ts';
import { RedshiftError } from '../../sql/redshift-error.ts';
import { is, type Token } from '../../sql/tokens.ts';
import { operandStart } from '../operand-start.ts';
import type { Case, Rule } from '../rule.ts';
import { stringArgument } from '../string-argument.ts';

const integers = ['int', 'integer', 'int2', 'int4', 'int8', 'smallint', 'bigint'];
const texts = ['varchar', 'char', 'text', 'bpchar', 'character'];

/** The value as it is cast to the type: a text must be a whole number, and what is too long is cut. */
const checked = (value: readonly Token[], type: readonly Token[]): Token[] => {
  if (value.length === 1 && ['number', 'parameter'].includes(value[0]?.kind ?? '')) return [...value];
  if (is(type[0], ...integers)) return whole(value);
  if (!is(type[0], ...texts)) return [...value];
  const length = Number(type.find(({ kind }) => kind === 'number')?.text ?? 65535);
  const written = stringArgument(value);
  if (written !== undefined && written.length * 4 <= length) return [...value];
  return sql`redshift_text(${value}, ${made(String(length))})`;
};

const whole = (value: readonly Token[]): Token[] => {
  const written = stringArgument(value);
  if (written === undefined) return sql`redshift_whole(${value})`;
  if (/^\s*[+-]?\d+\s*$/.test(written)) return [...value];
  throw new RedshiftError(`ERROR: invalid input syntax for integer: "${written}"`);
};

const typeEnd = (tokens: readonly Token[], at: number): number => {
  const named = is(tokens[at], 'character') && is(tokens[at + 1], 'varying') ? at + 2 : at + 1;
  return tokens[named]?.text === '('
    ? tokens.findIndex((token, index) => index > named && token.text === ')') + 1
    : named;
};

/** `x::integer`; the operand in front of it is looked for backwards. */
const postfix = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (is(tokens[at], '::') && is(tokens[at + 1], ...integers, ...texts)) {
      const start = operandStart(out, out.length - 1);
      const type = tokens.slice(at + 1, typeEnd(tokens, at + 1));
      if (start >= 0) out.push(...checked(out.splice(start), type));
    }
    out.push(tokens[at] as Token);
  }
  return out;
};

const cast = ([argument = []]: Token[][]): Token[] => {
  const as = argument.findLastIndex((token) => is(token, 'as'));
  const type = argument.slice(as + 1);
  return sql`cast(${as < 0 ? argument : sql`${checked(argument.slice(0, as), type)} as ${type}`})`;
};

/** As many characters as fit into the bytes. */
const cut = (text: string, bytes: number): string => {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) return kept;
    kept += character;
  }
  return kept;
};

const answers = (form: string, all: [string, string | null][]): Case[] =>
  all.map(([call, answer]) => ({ form, sql: `select ${call}`, rows: [[answer]] }));
const errors = (form: string, all: [string, string][]): Case[] =>
  all.map(([call, error]) => ({ form, sql: `select ${call}`, error: `ERROR: ${error}` }));

export const casts: Rule = {
  name: 'CAST(x AS type), x::type',
  area: 'Types',
  macros: [
    `redshift_whole(x) as case when typeof(x) = 'VARCHAR' and not regexp_full_match(x::varchar, '\\s*[+-]?\\d+\\s*')
       then error('invalid input syntax for integer: "' || x::varchar || '"') else x end`,
    `redshift_text(x, n) as case when typeof(x) = 'BOOLEAN' then error('cannot cast type boolean to character varying')
       when strlen(x::varchar) <= n then x::varchar else redshift_cut(x::varchar, n) end`,
  ],
  functions: [{ name: 'redshift_cut', parameters: [VARCHAR, INTEGER], returns: VARCHAR, call: cut }],
  rewrite: (tokens) => rewriteCalls(postfix(tokens), { cast }),
  cases: [
    ...answers('text to integer', [
      ["' 12 '::int", '12'],
      ["cast('-7' as smallint)", '-7'],
      ["('1' || '2')::bigint", '12'],
      ["max(x)::int from (select '5' as x) as t", '5'],
    ]),
    ...errors('text to integer', [
      ["'12.5'::int", 'invalid input syntax for integer: "12.5"'],
      ["cast('1e3' as bigint)", 'invalid input syntax for integer: "1e3"'],
      ["''::int", 'invalid input syntax for integer: ""'],
      ["x::int from (select '12.5' as x) as t", 'invalid input syntax for integer: "12.5"'],
      ["cast(x as integer) from (select 'a' as x) as t", 'invalid input syntax for integer: "a"'],
    ]),
    ...answers('number to integer', [
      ['162.00::integer', '162'],
      ['cast(109.652 as integer)', '110'],
      ['(-1.5)::int', '-2'],
      ['5.7::float::int', '6'],
      ['sum(1.5) over ()::int', '2'],
      ["case when 1 = 1 then '4' end::int + 1", '5'],
    ]),
    ...answers('number to decimal', [
      ['cast(109.652 as decimal(4,1))', '109.7'],
      ["'1.25'::decimal(5,1)", '1.3'],
    ]),
    ...errors('a number that does not fit', [
      ['123.456::decimal(2,1)', 'Numeric data overflow (result precision)'],
    ]),
    ...answers('to VARCHAR(n), CHAR(n)', [
      ["cast('Fourscore and seven' as varchar(5))", 'Fours'],
      ["'abc'::varchar(2) || 'x'", 'abx'],
      ["'ñandú'::varchar(3)", 'ña'],
      ['cast(2008 as char(4))', '2008'],
      ["convert(varchar(7), timestamp '2023-02-02 04:31:16')", '2023-02'],
      ['x::varchar from (select 1.50 as x) as t', '1.50'],
      ["(date '2020-01-01')::varchar(4)", '2020'],
    ]),
    ...errors('boolean to VARCHAR', [['true::varchar', 'cannot cast type boolean to character varying']]),
    ...answers('text and number to BOOLEAN', [
      ["'t'::boolean and 'true'::bool and 'y'::bool and 'yes'::bool and '1'::bool", 'true'],
      ["'f'::boolean or 'false'::bool or 'n'::bool or 'no'::bool or '0'::bool", 'false'],
      ['1::boolean and not 0::boolean', 'true'],
      ['true::int + false::int', '1'],
    ]),
    ...errors('text and number to BOOLEAN', [
      ["'maybe'::boolean", 'invalid input syntax for type boolean: "maybe"'],
    ]),
    {
      form: 'comparing texts',
      note: 'Trailing blanks count, in Redshift they do not.',
      sql: "select 'a' = 'a' as a, 'a' < 'b' as b, 'A' = 'a' as c",
      rows: [['true', 'true', 'false']],
    },
    {
      form: 'arithmetic of decimals',
      note: 'The precision of a product is one less than in Redshift.',
      sql: 'select 1.50 * 1.25 as a, 1.5 + 2 as b, 2 - 0.25 as c, -1.5 as d',
      rows: [['1.8750', '3.5', '1.75', '-1.5']],
    },
  ],
};
