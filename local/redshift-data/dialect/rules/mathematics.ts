import type { Case, Rule } from '../rule.ts';

const answers = (form: string, all: [string, string | null][]): Case[] =>
  all.map(([call, answer]) => ({ form, sql: `select ${call} as a`, rows: [[answer]] }));

/** The engine makes a float of a rounded integer. */
const whole = (name: string, of: string): string =>
  `${name}(x) as struct_extract({integer: x, other: system.main.${of}(x)},
     case when typeof([x]) in ('SMALLINT[]', 'INTEGER[]', 'BIGINT[]') then 'integer' else 'other' end)`;

export const mathematics: Rule = {
  name: 'mathematical functions',
  area: 'Numbers',
  macros: [
    'dexp(x) as exp(x::double)',
    'dlog1(x) as ln(x::double)',
    'dlog10(x) as log10(x::double)',
    whole('ceil', 'ceil'),
    whole('ceiling', 'ceil'),
    whole('floor', 'floor'),
    `sign(x) as cast_to_type(system.main.sign(x), struct_extract({decimal: 0::decimal(1,0), other: x},
       case when typeof([x]) like 'DECIMAL%' then 'decimal' else 'other' end))`,
    '"|/"(x) as sqrt(x)',
    // The engine's cube root of 27 is a little more than 3.
    `cbrt(x) as case when power(round(system.main.cbrt(x)), 3) = x then round(system.main.cbrt(x))
       else system.main.cbrt(x) end`,
    '"||/"(x) as cbrt(x)',
  ],
  cases: [
    ...answers('ROUND(x[, places])', [
      ['round(28.05)', '28'],
      ['round(28.05, 1)', '28.1'],
      ['round(28.05, -1)', '30'],
      ['round(2.5)', '3'],
      ['round(-2.5)', '-3'],
      ['round(2.5::float)', '3'],
      ['round(15, -1)', '20'],
    ]),
    ...answers('CEIL, CEILING, FLOOR', [
      ['ceil(28.05)', '29'],
      ['ceiling(-1.5)', '-1'],
      ['floor(-1.5)', '-2'],
      ['ceil(3) + floor(3)', '6'],
      ['ceil(1.5::float)', '2'],
    ]),
    ...answers('SIGN, ABS', [
      ['sign(-2.5)', '-1'],
      ['sign(0) + sign(7::bigint)', '1'],
      ['abs(-38.5)', '38.5'],
    ]),
    ...answers('POWER, POW, SQRT, CBRT, EXP, DEXP', [
      ['power(9, 3)', '729'],
      ['pow(2, 0.5)', '1.4142135623730951'],
      ['sqrt(16)', '4'],
      ['cbrt(27)', '3'],
      ['dexp(0) + exp(0)', '2'],
    ]),
    ...answers('^, |/, ||/, @, &, |, <<, >>', [
      ['2 ^ 3', '8'],
      ['|/ 25.0', '5'],
      ['||/ 27.0', '3'],
      ['@ -5', '5'],
      ['(5 & 3) + (5 | 3) + (1 << 3) + (8 >> 1)', '20'],
    ]),
    ...answers('LOG (base 10), DLOG10, LN, DLOG1', [
      ['log(100)', '2'],
      ['dlog10(1000)', '3'],
      ['ln(1)', '0'],
      ['dlog1(1)', '0'],
    ]),
    ...answers('SIN, COS, TAN, COT, ASIN, ACOS, ATAN, ATAN2, DEGREES, RADIANS, PI', [
      ['sin(0) + cos(0) + tan(0)', '1'],
      ['round(cot(1) * tan(1), 10)', '1'],
      ['asin(0) + acos(1) + atan(0) + atan2(0, 1)', '0'],
      ['degrees(pi())', '180'],
      ['radians(180) = pi()', 'true'],
    ]),
    ...answers('RANDOM()', [['random() between 0 and 1', 'true']]),
    ...answers('GREATEST, LEAST', [
      ['greatest(1, null, 3)', '3'],
      ['least(null, 2, 1)', '1'],
      ["greatest('Lars', 'Ratliff')", 'Ratliff'],
      ['greatest(null::integer, null)', null],
    ]),
  ],
};
