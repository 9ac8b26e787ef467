import { rewriteCalls, sql } from '../../sql/calls.ts';
import type { Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

const coalesce = (args: Token[][]): Token[] => sql`coalesce(${commas(args)})`;

const commas = (args: Token[][]): Token[] =>
  args.flatMap((argument, index) => (index === 0 ? argument : [...sql`,`, ...argument]));

/** DECODE(e, s, r, s, r, …, default); NULL equals NULL there. */
const decode = ([value = [], ...rest]: Token[][]): Token[] => {
  const branches: Token[] = [];
  while (rest.length >= 2) {
    const [search = [], result = []] = rest.splice(0, 2);
    branches.push(...sql`when (${value}) is not distinct from (${search}) then ${result}`);
  }
  return rest[0] ? sql`(case ${branches} else ${rest[0]} end)` : sql`(case ${branches} end)`;
};

export const conditionals: Rule = {
  name: 'NVL, NVL2, ISNULL, DECODE',
  area: 'Expressions',
  macros: ['nvl2(a, b, c) as case when a is not null then b else c end'],
  rewrite: (tokens) => rewriteCalls(tokens, { nvl: coalesce, isnull: coalesce, decode }),
  cases: [
    {
      form: 'NVL(…), COALESCE(…)',
      sql: "select nvl(null, null, 'a'), coalesce(null, 2, 3) as b, nvl(null::integer, null) as c",
      columns: ['coalesce', 'b', 'c'],
      rows: [['a', '2', null]],
    },
    {
      form: 'NVL2(x, not null, null)',
      sql: "select nvl2('x', 1, 2) as a, nvl2(null, 1, 2) as b",
      rows: [['1', '2']],
    },
    {
      form: 'ISNULL(x, y), x ISNULL',
      sql: 'select isnull(null, 3) as a, 1 where not 1 isnull',
      rows: [['3', '1']],
    },
    {
      form: 'NULLIF(a, b)',
      sql: "select nullif(1, 1) as a, nullif(1, 2) as b, nullif('', '') as c, nullif(null, 1) as d",
      rows: [[null, '1', null, null]],
    },
    {
      form: 'DECODE(x, search, result, …[, default])',
      sql: "select decode(2, 1, 'a', 2, 'b', 'c') as a, decode(null, null, 'n') as b, decode(3, 1, 'a', 'other') as c, decode(3, 1, 'a') as d, decode(1, null, 'n', 'x') as e",
      rows: [['b', 'n', 'other', null, 'x']],
    },
    {
      form: 'CASE',
      sql: "select case 2 when 1 then 'a' when 2 then 'b' end as a, case when null = null then 1 else 2 end as b",
      rows: [['b', '2']],
    },
  ],
};
