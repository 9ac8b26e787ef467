import fc from 'fast-check';
import { Problem } from './problem.ts';
import { splitStatements } from './statements.ts';
import { textOf, tokenize } from './tokens.ts';

/** The tokens that mean something, as `kind:text`. */
const read = (sql: string) =>
  tokenize(sql)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text }) => `${kind}:${text}`);

it.each([
  ['a doubled quote', "'it''s :x'", ["string:'it''s :x'"]],
  ['two strings side by side', "'a' ':b'", ["string:'a'", "string:':b'"]],
  ['an E-string with an escaped quote', "E'it\\'s :x' :y", ["string:E'it\\'s :x'", 'placeholder::y']],
  ['a word that ends in e', "date '2001-01-01'", ['word:date', "string:'2001-01-01'"]],
  ['a plain string that ends in a doubled backslash', "'\\\\' :x", ["string:'\\\\'", 'placeholder::x']],
  ['a quoted name', '"a "" :b"', ['identifier:"a "" :b"']],
  ['a line comment with a quote', "-- don't :x\n:y", ["comment:-- don't :x", 'placeholder::y']],
  ['a nested comment', '/* a /* :b */ c */:d', ['comment:/* a /* :b */ c */', 'placeholder::d']],
  ['casts', ':a::date', ['placeholder::a', 'symbol:::', 'word:date']],
  ['a cast beside a placeholder', 'a:::b', ['word:a', 'symbol:::', 'placeholder::b']],
  ['dollar quotes', '$$ :a ; $$ $f$ $$ :b $f$', ['string:$$ :a ; $$', 'string:$f$ $$ :b $f$']],
  ['a name with a dollar sign', 'a$b$ c', ['word:a$b$', 'word:c']],
  ['braces', '{{x}} {{ r.start }}', ['placeholder:{{x}}', 'placeholder:{{ r.start }}']],
  ['brackets', '[[ a ]]', ['open:[[', 'word:a', 'close:]]']],
  ['numbers', '1.5e-3 .5 2', ['number:1.5e-3', 'number:.5', 'number:2']],
  [
    'a minus and a slash that open no comment',
    '1-2/3',
    ['number:1', 'symbol:-', 'number:2', 'symbol:/', 'number:3'],
  ],
  ['letters of other scripts', 'größe = :x', ['word:größe', 'symbol:=', 'placeholder::x']],
])('reads %s', (_name, sql, expected) => {
  expect(read(sql)).toEqual(expected);
});

it.each([
  ['a string', "select 'a", 7],
  ['a quoted name', 'select "a', 7],
  ['a dollar quote', 'select $f$ $$', 7],
  ['a comment', 'select /* a /* b */', 7],
  ['an E-string that escapes its last quote', "select E'a\\'", 7],
])('refuses %s that never ends, and says where', (_name, sql, at) => {
  expect(() => tokenize(sql)).toThrow(
    expect.objectContaining({ at, message: expect.stringContaining('never ends') }),
  );
});

it('refuses a string whose end depends on who reads the backslash', () => {
  expect(() => tokenize("like '%' escape '\\'")).toThrow(Problem);
  expect(() => tokenize("'it\\'s'")).toThrow(/backslash before a quote/);
});

it('loses no character', () => {
  const piece = fc.constantFrom(
    "'a''b'",
    '"q"',
    '--x\n',
    '/* /* */ */',
    ':p',
    '{{ p }}',
    '::',
    '[[',
    ']]',
    ';',
    'w ',
    '$$d$$',
    '1.5',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: fc.constantFrom(...'ab :[]{}.,=1\n') }))),
      (pieces) => {
        const sql = pieces.join('');
        expect(textOf(tokenize(sql))).toBe(sql);
      },
    ),
  );
});

it('reads any text as one string once its quotes are doubled', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab\':;-/*$"[]{} \n') }), (text) => {
      expect(tokenize(`'${text.replaceAll("'", "''")}'`)).toHaveLength(1);
    }),
  );
});

it('splits a script at semicolons that are not in text', () => {
  const script = "a ';' ; -- b;\n;/* c; */ d $$;$$;\n-- only a comment\n";
  expect(splitStatements(script)).toEqual(["a ';'", '/* c; */ d $$;$$']);
});
