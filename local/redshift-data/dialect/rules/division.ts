import { decimalFunctions } from '../decimal-type.ts';
import type { Case, Rule } from '../rule.ts';

// The engine binds a macro when it is created, when its arguments have no types: it waits for those of a list.
const fact = (name: string): string => `redshift_quotient_fact(typeof(a), typeof([b]), '${name}')`;
const fraction = `struct_extract(redshift_fractions(), ${fact('fraction')})`;
const quotient = `cast_to_type(
  ((replace(a::varchar, '.', '')::hugeint * ${fact('shift')}::hugeint) // replace(b::varchar, '.', '')::hugeint)::decimal(38,0)
    * cast_to_type(${fact('digit')}, ${fraction}),
  struct_extract(redshift_wholes(), ${fact('whole')}) * ${fraction})`;

const divided: [string, string | null][] = [
  ['728.00::decimal(8,2) / 109.20::decimal(8,2)', '6.666666666'],
  ['1 / 3.0', '0.3333'],
  ['5 / 2.0', '2.5000'],
  ['728.00::decimal(8,2) / 3', '242.6666666666666'],
  ['728.00::decimal(8,2) / 3::smallint', '242.66666666'],
  ['-7.00::decimal(8,2) / 3', '-2.3333333333333'],
  ['1::decimal(38,2) / 3::decimal(38,2)', '0.3333'],
  ['1::bigint / 8::decimal(18,0)', '0.1250000000000000000'],
  ['null::decimal(8,2) / 2', null],
];

export const division: Rule = {
  name: 'a / b, a % b',
  area: 'Numbers',
  macros: [
    // The engine's quotient of integers has a fraction, that of decimals is a float, and by 0 it is NULL.
    // What is bound for every kind must be bindable for every type: an interval has a stand-in.
    `"/"(a, b) as case when b = 0 then error('Divide by zero') else struct_extract({
       integer: divide(struct_extract({number: a, interval: 1},
         case ${fact('kind')} when 'interval' then 'interval' else 'number' end), b),
       exact: case when ${fact('kind')} = 'exact' then ${quotient} end,
       float: case when ${fact('kind')} = 'float' then divide(a::double, b::double) end,
       interval: system.main."/"(a, b)
     }, ${fact('kind')}) end`,
    `"%"(a, b) as case when b = 0 then error('Divide by zero') else system.main.mod(a, b) end`,
    `mod(a, b) as case when b = 0 then error('Divide by zero') else system.main.mod(a, b) end`,
  ],
  functions: decimalFunctions,
  cases: [
    {
      form: 'integer / integer',
      sql: 'select 5/2 as a, -5/2 as b, 7::bigint/2::smallint as c, sum(7)/2 as d',
      rows: [['2', '-2', '3', '3']],
    },
    ...divided.map(
      ([quotient, answer]): Case => ({
        form: 'decimal / decimal, decimal / integer',
        note: 'Digits that do not fit are cut: the documentation does not tell whether they are rounded.',
        sql: `select ${quotient} as a`,
        rows: [[answer]],
      }),
    ),
    {
      form: 'float / number',
      sql: 'select 1::float / 4 as a, 1.5 / 2::float as b, 1e300::float / 2 as c',
      rows: [['0.25', '0.75', '5e+299']],
    },
    {
      form: 'interval / number',
      sql: "select date '2020-01-01' + interval '2 days' / 2 as a",
      rows: [['2020-01-02 00:00:00']],
    },
    {
      form: 'a quotient of aggregates',
      sql: `select sum(x)/count(*) as a, sum(y)/count(*) as b, sum(z)/2 as c, max(y)/min(y) as d, sum(sum(y)) over () / 2 as e
              from (select 1 as x, 1.5 as y, 1.5::float as z union all select 2, 2.5, 3) as t`,
      rows: [['1', '2.0000', '2.25', '1.6666', '2.0000']],
    },
    { form: 'text / number', sql: "select 10 / '4'", error: 'ERROR: not emulated: / of a text' },
    {
      form: 'NULL in a quotient',
      sql: 'select 5 / null as a, null::float / 2 as b, null / 1.5 as c',
      rows: [[null, null, null]],
    },
    {
      form: 'a % b, MOD(a, b)',
      sql: 'select 7%4 as a, -7%4 as b, mod(7, 4) as c, mod(-5.5, 2) as d',
      rows: [['3', '-3', '3', '-1.5']],
    },
    ...['1/0', '1%0', 'mod(1, 0)', '1.5/0', '1::float/0', '1/0.0'].map(
      (sql): Case => ({ form: 'dividing by 0', sql: `select ${sql}`, error: 'ERROR: Divide by zero' }),
    ),
  ],
};
