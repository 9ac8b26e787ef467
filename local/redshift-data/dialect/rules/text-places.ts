import type { Case, Rule } from '../rule.ts';

const answers = (form: string, all: [string, string | null][]): Case[] =>
  all.map(([call, answer]) => ({ form, sql: `select ${call} as a`, rows: [[answer]] }));

const lengths = ['len', 'length', 'char_length', 'character_length', 'textlen'];

export const textPlaces: Rule = {
  name: 'lengths and parts of texts',
  area: 'Text',
  macros: [
    ...lengths.map(
      (name) => `${name}(x) as case when typeof(x) = 'BLOB' then system.main.octet_length(x::blob)::integer
           else system.main.length(x::varchar)::integer end`,
    ),
    `octet_length(x) as case when typeof(x) = 'BLOB' then system.main.octet_length(x::blob)::integer
       else strlen(x::varchar)::integer end`,
    'strpos(whole, part) as system.main.strpos(whole::varchar, part)::integer',
    'position(whole, part) as system.main.strpos(whole::varchar, part)::integer',
    'charindex(part, whole) as system.main.strpos(whole::varchar, part)::integer',
    // A start in front of the text takes from the length.
    `substring(x, start) as system.main.substring(x::varchar, greatest(start, 1)),
       (x, start, n) as case when n < 0 then error('negative substring length not allowed')
         else system.main.substring(x::varchar, greatest(start, 1), greatest(least(n, start + n - 1), 0)) end`,
    'substr(x, start) as substring(x, start), (x, start, n) as substring(x, start, n)',
    `split_part(x, delimiter, n) as case when n < 1 then error('field position must be greater than zero')
       when delimiter = '' then case when n = 1 then x else '' end
       else system.main.split_part(x::varchar, delimiter, n) end`,
  ],
  cases: [
    ...answers('LEN, LENGTH, CHAR_LENGTH, CHARACTER_LENGTH, TEXTLEN', [
      ["len('français')", '8'],
      ["len('cat   ')", '6'],
      ["length('')", '0'],
      ["char_length('añb') + character_length('añb') + textlen('añb')", '9'],
      ["len('aaa'::varbyte)", '3'],
      ["max(len('abc')) + len(max('abc'))", '6'],
      ['len(null)', null],
    ]),
    ...answers('OCTET_LENGTH', [
      ["octet_length('français')", '9'],
      ["octet_length('aaa'::varbyte)", '3'],
    ]),
    ...answers('CHARINDEX(part, text), STRPOS(text, part), POSITION(part IN text)', [
      ["charindex('is', 'this')", '3'],
      ["charindex('z', 'this')", '0'],
      ["strpos('dogfish', 'fish')", '4'],
      ["position('fish' in 'dogfish')", '4'],
      ["strpos('añb', 'b')", '3'],
    ]),
    ...answers('SUBSTRING(text, start[, n]), SUBSTR, SUBSTRING(text FROM start FOR n)', [
      ["substring('caterpillar', 6, 4)", 'pill'],
      ["substring('caterpillar', 6, 8)", 'pillar'],
      ["substring('caterpillar', -2, 6)", 'cat'],
      ["substring('caterpillar', -5, 4)", ''],
      ["substring('caterpillar', 0, 3)", 'ca'],
      ["substring('caterpillar', -2)", 'caterpillar'],
      ["substr('caterpillar', 6)", 'pillar'],
      ["substring('caterpillar' from 6 for 4) || substring('caterpillar' from 10)", 'pillar'],
      ['substring(12345, 2, 2)', '23'],
      ["substring('añb', 2, 1)", 'ñ'],
    ]),
    {
      form: 'SUBSTRING of a negative length',
      sql: "select substring('abc', 1, -1)",
      error: 'ERROR: negative substring length not allowed',
    },
    ...answers('LEFT(text, n), RIGHT(text, n)', [
      ["left('Chicago', 5) || right('Chicago', 5)", 'Chicaicago'],
      ["left('ab', 5)", 'ab'],
    ]),
    ...answers('SPLIT_PART(text, delimiter, n)', [
      ["split_part('abc$def$ghi', '$', 2)", 'def'],
      ["split_part('abc$def$ghi', '$', 4)", ''],
      ["split_part('abc$def$ghi', '#', 1)", 'abc$def$ghi'],
      ["split_part('abc', '#', 2)", ''],
    ]),
    {
      form: 'SPLIT_PART from the end',
      sql: "select split_part('a,b', ',', -1)",
      error: 'ERROR: field position must be greater than zero',
    },
  ],
};
