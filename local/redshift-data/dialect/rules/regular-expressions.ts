import { INTEGER, VARCHAR } from '@duckdb/node-api';
import { rewriteCalls, sql } from '../../sql/calls.ts';
import type { Token } from '../../sql/tokens.ts';
import {
  isExpression,
  regexpCount,
  regexpInstr,
  regexpReplace,
  regexpSubstr,
} from '../formats/regular-expression.ts';
import type { Case, Rule } from '../rule.ts';
import { stringArgument } from '../string-argument.ts';

/** Whether the engine, which is faster, reads a pattern as it is read here: without dots, `(?`, boundaries and back references. */
const isPlain = (pattern: string | undefined): boolean =>
  pattern !== undefined &&
  isExpression(pattern) &&
  /^(?:[^\\.(]|\\[dwsDWS.\-+*?()[\]]|\((?!\?))+$/.test(pattern);

const replace = (args: Token[][]): Token[] => {
  const [text = [], pattern, replacement] = args;
  const written = stringArgument(replacement);
  const plain = args.length === 3 && isPlain(stringArgument(pattern)) && /^[^$\\]*$/.test(written ?? '$');
  if (!plain) return sql`regexp_replace(${commas(args)})`;
  return sql`system.main.regexp_replace(cast(${text} as varchar), ${pattern ?? []}, ${replacement ?? []}, 'g')`;
};

const substr = (args: Token[][]): Token[] => {
  const [text = [], pattern] = args;
  if (args.length !== 2 || !isPlain(stringArgument(pattern))) return sql`regexp_substr(${commas(args)})`;
  return sql`system.main.regexp_extract(cast(${text} as varchar), ${pattern ?? []})`;
};

const commas = (args: Token[][]): Token[] =>
  args.flatMap((argument, index) => (index === 0 ? argument : [...sql`,`, ...argument]));

const answers = (form: string, all: [string, string | null][]): Case[] =>
  all.map(([call, answer]) => ({ form, sql: `select ${call} as a`, rows: [[answer]] }));

const words = "'passwd7 plain A1234 a1234', '(?=[^ ]*[a-z])(?=[^ ]*[0-9])[^ ]+'";

export const regularExpressions: Rule = {
  name: 'REGEXP functions',
  area: 'Text',
  macros: [
    `regexp_count(x, p) as redshift_regexp_count(x::varchar, p, 1, 'c'),
       (x, p, n) as redshift_regexp_count(x::varchar, p, n::integer, 'c'),
       (x, p, n, o) as redshift_regexp_count(x::varchar, p, n::integer, o)`,
    `regexp_substr(x, p) as redshift_regexp_substr(x::varchar, p, 1, 1, 'c'),
       (x, p, n) as redshift_regexp_substr(x::varchar, p, n::integer, 1, 'c'),
       (x, p, n, i) as redshift_regexp_substr(x::varchar, p, n::integer, i::integer, 'c'),
       (x, p, n, i, o) as redshift_regexp_substr(x::varchar, p, n::integer, i::integer, o)`,
    `regexp_instr(x, p) as redshift_regexp_instr(x::varchar, p, 1, 1, 0, 'c'),
       (x, p, n) as redshift_regexp_instr(x::varchar, p, n::integer, 1, 0, 'c'),
       (x, p, n, i) as redshift_regexp_instr(x::varchar, p, n::integer, i::integer, 0, 'c'),
       (x, p, n, i, e) as redshift_regexp_instr(x::varchar, p, n::integer, i::integer, e::integer, 'c'),
       (x, p, n, i, e, o) as redshift_regexp_instr(x::varchar, p, n::integer, i::integer, e::integer, o)`,
    `regexp_replace(x, p) as redshift_regexp_replace(x::varchar, p, '', 1, 'c'),
       (x, p, r) as redshift_regexp_replace(x::varchar, p, r, 1, 'c'),
       (x, p, r, n) as redshift_regexp_replace(x::varchar, p, r, n::integer, 'c'),
       (x, p, r, n, o) as redshift_regexp_replace(x::varchar, p, r, n::integer, o)`,
  ],
  functions: [
    {
      name: 'redshift_regexp_count',
      parameters: [VARCHAR, VARCHAR, INTEGER, VARCHAR],
      returns: INTEGER,
      call: regexpCount,
    },
    {
      name: 'redshift_regexp_substr',
      parameters: [VARCHAR, VARCHAR, INTEGER, INTEGER, VARCHAR],
      returns: VARCHAR,
      call: regexpSubstr,
    },
    {
      name: 'redshift_regexp_instr',
      parameters: [VARCHAR, VARCHAR, INTEGER, INTEGER, INTEGER, VARCHAR],
      returns: INTEGER,
      call: regexpInstr,
    },
    {
      name: 'redshift_regexp_replace',
      parameters: [VARCHAR, VARCHAR, VARCHAR, INTEGER, VARCHAR],
      returns: VARCHAR,
      call: regexpReplace,
    },
  ],
  rewrite: (tokens) => rewriteCalls(tokens, { regexp_replace: replace, regexp_substr: substr }),
  cases: [
    ...answers('REGEXP_COUNT(text, pattern[, position[, parameters]])', [
      ["regexp_count('abcdefghijklmnopqrstuvwxyz', '[a-z]{3}')", '8'],
      ["regexp_count('abcabc', 'a', 2)", '1'],
      ["regexp_count('the fox', 'FOX', 1, 'i')", '1'],
      [`regexp_count(${words}, 1, 'p')`, '2'],
      ["regexp_count('a', 'a', 5)", '0'],
    ]),
    ...answers('REGEXP_SUBSTR(text, pattern[, position[, occurrence[, parameters]]])', [
      ["regexp_substr('sed@lacusUtnec.ca', '@[^.]*')", '@lacusUtnec'],
      ["regexp_substr('the fox', 'FOX', 1, 1, 'i')", 'fox'],
      [`regexp_substr(${words}, 1, 2, 'p')`, 'a1234'],
      [`regexp_substr(${words}, 1, 2, 'ip')`, 'A1234'],
      ["regexp_substr('a=1,b=2', '([a-z])=(\\\\d)', 1, 2, 'e')", 'b'],
      ["regexp_substr('abcabd', 'ab.', 2)", 'abd'],
      ["regexp_substr('abc', 'x')", ''],
      ["regexp_substr('order 12-34', '\\\\d+-\\\\d+')", '12-34'],
      ["regexp_substr(null, 'a')", null],
      ["regexp_substr('abc', 'a', 1, 9)", null],
      ["regexp_substr('x1', '[[:alpha:]][[:digit:]]')", 'x1'],
    ]),
    ...answers('REGEXP_INSTR(text, pattern[, position[, occurrence[, option[, parameters]]]])', [
      ["regexp_instr('Cum@accumsan.com', '@[^.]*')", '4'],
      ["regexp_instr('The Home Depot Center', '[cC]ent(er|re)$')", '16'],
      ["regexp_instr('abcabc', 'b', 3)", '5'],
      ["regexp_instr('abcabc', 'b', 1, 2)", '5'],
      ["regexp_instr('abcabc', 'bc', 1, 1, 1)", '4'],
      ["regexp_instr('the fox', 'FOX', 1, 1, 0, 'i')", '5'],
      ["regexp_instr('abc', 'x')", '0'],
    ]),
    ...answers('REGEXP_REPLACE(text, pattern[, replacement[, position[, parameters]]])', [
      ["regexp_replace('sed@lacusUtnec.ca', '@.*\\\\.(org|gov|com|edu|ca)$')", 'sed'],
      ["regexp_replace('a@b.com', '@.*\\\\.[[:alpha:]]{2,3}', '@c.com')", 'a@c.com'],
      ["regexp_replace('the fox', 'FOX', 'quick brown fox', 1, 'i')", 'the quick brown fox'],
      [`regexp_replace(${words}, '[hidden]', 1, 'p')`, '[hidden] plain A1234 [hidden]'],
      [`regexp_replace(${words}, '[hidden]', 1, 'ip')`, '[hidden] plain [hidden] [hidden]'],
      ["regexp_replace('aaa', 'a', 'b', 2)", 'abb'],
      ["regexp_replace('2020-01', '(\\\\d+)-(\\\\d+)', '$2/$1')", '01/2020'],
      ["regexp_replace('a1b22', '[0-9]+', '-')", 'a-b-'],
      ["regexp_replace('a.b(c)', '\\\\.|\\\\(|[)]', '')", 'abc'],
      ["regexp_replace('a', null, 'b')", null],
    ]),
    {
      form: 'an invalid pattern',
      note: 'The words of the error.',
      sql: "select regexp_substr('a', '(')",
      error: 'ERROR: Invalid regular expression: (',
    },
  ],
};
