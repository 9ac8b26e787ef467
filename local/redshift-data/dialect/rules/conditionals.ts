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
      sql: "select nvl(null, null, 'a') as a, nvl2(null, 1, 2) as b, isnull(null, 3) as c",
      rows: [['a', '2', '3']],
    },
    { sql: "select decode(2, 1, 'a', 2, 'b', 'c') as a, decode(null, null, 'n') as b", rows: [['b', 'n']] },
    { sql: "select decode(3, 1, 'a', 'other') as a, 1 where 1 isnull", rows: [] },
  ],
};
