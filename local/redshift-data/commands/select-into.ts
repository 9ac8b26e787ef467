import { made, sql } from '../sql/calls.ts';
import { readName } from '../sql/names.ts';
import { is, type Token } from '../sql/tokens.ts';
import type { Command } from './command.ts';

/** The place of INTO between a query's list and its FROM; -1 without one. */
const intoAt = (tokens: readonly Token[]): number => {
  if (!is(tokens[0], 'select', 'with')) return -1;
  let depth = 0;
  return tokens.findIndex((token) => {
    if (is(token, '(')) depth += 1;
    if (is(token, ')')) depth -= 1;
    return depth === 0 && is(token, 'into');
  });
};

/** `SELECT list INTO [TEMP | TEMPORARY] [TABLE] t FROM …` is CREATE TABLE AS. */
export const selectInto: Command = {
  name: 'SELECT … INTO [TEMP] t',
  area: 'Definitions',
  matches: (tokens) => intoAt(tokens) > 0,
  run: (context, tokens) => {
    const into = intoAt(tokens);
    const temporary = is(tokens[into + 1], 'temp', 'temporary');
    const table = into + (temporary ? 2 : 1);
    const at = is(tokens[table], 'table') ? table + 1 : table;
    const { end } = readName(tokens, at);
    const head = made(`create ${temporary ? 'temp' : ''} table`);
    const query = [...tokens.slice(0, into), ...tokens.slice(end)];
    return context.run(sql`${head} ${tokens.slice(at, end)} as ${query}`);
  },
  cases: [
    {
      sql: 'select 1 as a, 2 as b into temp made5 from (select 1) as t where 1 = 1; select b from made5',
      rows: [['2']],
    },
    { sql: 'select 7 as a into #made6; select a from #made6', rows: [['7']] },
  ],
};
