import { rewriteCalls, sql } from '../../sql/calls.ts';
import type { Rule } from '../rule.ts';

export const convert: Rule = {
  name: 'CONVERT(type, expression)',
  area: 'Types',
  rewrite: (tokens) =>
    rewriteCalls(tokens, { convert: ([type = [], value = []]) => sql`cast(${value} as ${type})` }),
  cases: [
    { sql: "select convert(integer, '12') + 1 as a, convert(decimal(5,2), 1) as b", rows: [['13', '1.00']] },
  ],
};
