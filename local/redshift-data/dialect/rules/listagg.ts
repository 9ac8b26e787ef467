import { closing, made, splitCommas, sql } from '../../sql/calls.ts';
import { follows, is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

/** `listagg(x[, delimiter]) [within group (order by …)]` → the engine's `listagg(x, delimiter order by …)` */
const rewrite = (tokens: readonly Token[]): Token[] => {
  const at = tokens.findIndex((token, index) => is(token, 'listagg') && tokens[index + 1]?.text === '(');
  const close = at < 0 ? -1 : closing(tokens, at + 1);
  if (close < 0) return [...tokens];
  const [value = [], delimiter = made("''")] = splitCommas(tokens.slice(at + 2, close));
  const grouped = follows(tokens, close + 1, 'within', 'group', '(');
  const end = grouped ? closing(tokens, close + 3) : close;
  const order = grouped ? tokens.slice(close + 4, end) : [];
  const call = sql`string_agg(${value}, ${delimiter} ${order})`;
  return [...tokens.slice(0, at), ...call, ...rewrite(tokens.slice(end + 1))];
};

const letters = "(select 'b' as x union all select 'a') as t";

export const listagg: Rule = {
  name: 'LISTAGG',
  area: 'Aggregates and windows',
  rewrite,
  cases: [
    { sql: `select listagg(x, '|') within group (order by x) as a from ${letters}`, rows: [['a|b']] },
    { sql: `select listagg(x) within group (order by x desc) as a from ${letters}`, rows: [['ba']] },
    {
      sql: `select listagg(distinct x, ',') within group (order by x) over () as a from ${letters} limit 1`,
      rows: [['a,b']],
    },
  ],
};
