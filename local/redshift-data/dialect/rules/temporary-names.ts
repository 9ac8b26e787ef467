import { quoted } from '../../sql/names.ts';
import type { Rule } from '../rule.ts';

/** `#name` is a temporary table's; the engine takes the sign in quotes only. */
export const temporaryNames: Rule = {
  name: '#name of a temporary table',
  area: 'Names and literals',
  rewrite: (tokens) =>
    tokens.map((token) =>
      token.kind === 'word' && token.text.startsWith('#')
        ? { ...token, kind: 'quoted', text: quoted(token.text.toLowerCase()) }
        : token,
    ),
  cases: [
    {
      sql: 'create table #Names (a integer); insert into #names values (1); select #names.a from #NAMES',
      rows: [['1']],
    },
  ],
};
