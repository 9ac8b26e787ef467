import { is } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

export const minus: Rule = {
  name: 'MINUS',
  area: 'Queries',
  rewrite: (tokens) =>
    tokens.map((token, at) =>
      is(token, 'minus') && is(tokens[at + 1], 'select', '(') ? { ...token, text: 'except' } : token,
    ),
  cases: [{ sql: 'select 1 as a minus select 2', rows: [['1']] }],
};
