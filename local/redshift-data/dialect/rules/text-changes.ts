import { VARCHAR } from '@duckdb/node-api';
import type { Case, Rule } from '../rule.ts';

const answers = (form: string, all: [string, string | null][]): Case[] =>
  all.map(([call, answer]) => ({ form, sql: `select ${call} as a`, rows: [[answer]] }));

const initcap = (text: string): string =>
  text.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));

/** An empty fill adds nothing, where the engine refuses it. */
const pad = (name: string): string =>
  `${name}(x, n) as system.main.${name}(x::varchar, greatest(n, 0)::integer, ' '),
     (x, n, fill) as case when fill = '' then system.main.left(x::varchar, greatest(n, 0))
       else system.main.${name}(x::varchar, greatest(n, 0)::integer, fill) end`;

export const textChanges: Rule = {
  name: 'changing texts',
  area: 'Text',
  macros: [
    pad('lpad'),
    pad('rpad'),
    ...['upper', 'lower', 'reverse'].map((name) => `${name}(x) as system.main.${name}(x::varchar)`),
    ...['left', 'right'].map((name) => `"${name}"(x, n) as system.main."${name}"(x::varchar, n)`),
    ...['trim', 'ltrim', 'rtrim'].map(
      (name) =>
        `${name}(x) as system.main.${name}(x::varchar), (x, characters) as system.main.${name}(x::varchar, characters)`,
    ),
    'replace(x, a, b) as system.main.replace(x::varchar, a, b)',
    'btrim(x) as trim(x), (x, characters) as trim(x, characters)',
    'replicate(x, n) as repeat(x::varchar, n)',
    'concat(a, b) as a::varchar || b::varchar',
    `quote_literal(x) as '''' || replace(replace(x::varchar, '\\', '\\\\'), '''', '''''') || ''''`,
    `quote_ident(x) as case when regexp_full_match(x, '[a-z_][a-z0-9_$]*') then x
       else '"' || replace(x, '"', '""') || '"' end`,
    'to_hex(x) as lower(system.main.to_hex(x))',
  ],
  functions: [{ name: 'initcap', parameters: [VARCHAR], returns: VARCHAR, call: initcap }],
  cases: [
    ...answers('LPAD(text, n[, fill]), RPAD(text, n[, fill])', [
      ["lpad('Salome', 8)", '  Salome'],
      ["lpad('La Cenerentola', 5)", 'La Ce'],
      ["rpad('Salome', 20, '0123456789')", 'Salome01234567890123'],
      ["lpad('7', 3, '0')", '007'],
      ["rpad('a', 3) || '|'", 'a  |'],
      ["rpad('a', -3)", ''],
    ]),
    ...answers('TRIM, LTRIM, RTRIM, BTRIM', [
      ["trim('  a ') || '|'", 'a|'],
      ["trim('\"' from '\"dog\"')", 'dog'],
      ["trim(both 'x' from 'xax') || trim(leading 'x' from 'xax') || trim(trailing 'x' from 'xax')", 'aaxxa'],
      ["ltrim('zzzytest', 'xyz')", 'test'],
      ["rtrim('Carnegie Hall', 'Hall ') || '|'", 'Carnegie|'],
      ["btrim('xyzaxyzbxyzcxyz', 'xyz')", 'axyzbxyzc'],
      ["btrim('  abc  ')", 'abc'],
    ]),
    ...answers('CONCAT(a, b), ||', [
      ["concat('December 25, ', '2008')", 'December 25, 2008'],
      ["concat('a', null::varchar)", null],
      ["'a' || null::varchar", null],
      ["'a' || 1 || date '2020-01-01'", 'a12020-01-01'],
    ]),
    ...answers('INITCAP(text)', [
      ["initcap('MLB all non-musical theatre')", 'Mlb All Non-Musical Theatre'],
      ["initcap('sodales@blanditviverraDonec.ca')", 'Sodales@Blanditviverradonec.Ca'],
      ["initcap('don_t élan')", 'Don_T Élan'],
    ]),
    ...answers('TRANSLATE(text, from, to)', [
      ["translate('mint tea', 'inea', 'osin')", 'most tin'],
      ["translate('abc', 'ab', 'x')", 'xc'],
    ]),
    ...answers('REPEAT(text, n), REPLICATE(text, n), REVERSE(text), REPLACE(text, a, b)', [
      ["repeat('ab', 3)", 'ababab'],
      ['replicate(1, 3)', '111'],
      ["reverse('añb')", 'bña'],
      ["replace('Shows', 'Show', 'Theatre')", 'Theatres'],
    ]),
    ...answers('text functions of dates and numbers', [
      ["left(date '2020-01-05', 4) || right(2345, 2)", '202045'],
      ["upper(5) || reverse(12) || trim(7) || replace(101, '0', '-')", '52171-1'],
    ]),
    ...answers('QUOTE_IDENT(text), QUOTE_LITERAL(text)', [
      ["quote_ident('abc') || quote_ident('\"CAT\"')", 'abc"""CAT"""'],
      ["quote_literal('it''s') || quote_literal(1)", "'it''s''1'"],
      ["quote_literal('a\\\\b')", "'a\\\\b'"],
    ]),
    ...answers('UPPER, LOWER, CHR, ASCII, TO_HEX', [
      ["upper('añ') || lower('AÑ') || chr(65)", 'AÑañA'],
      ["ascii('amazon')", '97'],
      ['to_hex(2147483647)', '7fffffff'],
    ]),
  ],
};
