import type { Rule } from '../rule.ts';

const digits = "'0123456789abcdefghijklmnopqrstuvwxyz'";

export const strings: Rule = {
  name: 'CHARINDEX, LEN, LENGTH, STRTOL',
  area: 'Text',
  macros: [
    'charindex(part, whole) as strpos(whole, part)::integer',
    'len(x) as system.main.length(x)::integer',
    'length(x) as system.main.length(x)::integer',
    `strtol(x, base) as (case when x like '-%' then -1 else 1 end) * list_reduce(list_transform(
       string_split(lower(ltrim(x, '-')), ''), lambda d: (strpos(${digits}, d) - 1)::bigint), lambda a, b: a * base + b)`,
  ],
  cases: [
    {
      sql: "select charindex('is', 'this') as a, charindex('z', 'this') as b, len('añb') as c",
      rows: [['3', '0', '3']],
    },
    { sql: "select strtol('ff', 16) as a, strtol('-101', 2) as b", rows: [['255', '-5']] },
  ],
};
