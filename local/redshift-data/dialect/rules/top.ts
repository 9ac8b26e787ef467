import { closing } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import { follows, is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

const setOperators = ['union', 'except', 'intersect', 'minus'];

/** Where the query of the SELECT at `at` ends: at the parenthesis around it, or with the statement. */
const scopeEnd = (tokens: readonly Token[], at: number): number => {
  let end = at;
  while (end < tokens.length && tokens[end]?.text !== ')' && tokens[end]?.text !== ';') {
    if (is(tokens[end], ...setOperators)) throw formNotEmulated('TOP in a set operation');
    end = tokens[end]?.text === '(' ? closing(tokens, end) + 1 : end + 1;
  }
  return end;
};

/** `select top n …` → `select … limit n` */
const rewrite = (tokens: readonly Token[]): Token[] => {
  const at = tokens.findIndex(
    (token, index) =>
      is(token, 'top') &&
      is(tokens[index - 1], 'select') &&
      ['number', 'parameter'].includes(tokens[index + 1]?.kind ?? ''),
  );
  if (at < 0) return [...tokens];
  if (follows(tokens, at + 2, 'with', 'ties')) throw formNotEmulated('TOP … WITH TIES');
  if (is(tokens[at - 2], ...setOperators, 'all')) throw formNotEmulated('TOP in a set operation');
  const end = scopeEnd(tokens, at + 2);
  const limit: Token[] = [{ kind: 'word', text: 'limit', space: ' ', start: -1 }, tokens[at + 1] as Token];
  return rewrite([...tokens.slice(0, at), ...tokens.slice(at + 2, end), ...limit, ...tokens.slice(end)]);
};

const numbers = '(select 3 as x union all select 1 union all select 2 union all select 2) as t';

/** In front of the rule that names the columns. */
export const top: Rule = {
  name: 'SELECT TOP n',
  area: 'Queries',
  rewrite,
  cases: [
    { sql: `select top 2 x from ${numbers} order by x`, columns: ['x'], rows: [['1'], ['2']] },
    { sql: `select top 2 distinct x from ${numbers} order by x desc`, rows: [['3'], ['2']] },
    { sql: `select x from (select top 1 x from ${numbers} order by x desc) as u order by x`, rows: [['3']] },
    { sql: 'select top from (select 5 as top) as t', rows: [['5']] },
    {
      form: 'SELECT TOP n WITH TIES',
      sql: `select top 1 with ties x from ${numbers} order by x`,
      error: 'ERROR: not emulated: TOP … WITH TIES',
    },
    {
      form: 'SELECT TOP n in a set operation',
      sql: 'select top 1 1 as x union select 2',
      error: 'ERROR: not emulated: TOP in a set operation',
    },
  ],
};
