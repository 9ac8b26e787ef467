import { made, splitCommas, sql } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import { type Call, replaceCalls } from '../call-at.ts';
import type { Rule } from '../rule.ts';

/** A DISTINCT list is ordered by the values themselves, not by their texts, so it is joined afterwards. */
const listagg = ({ arguments: args, order = [], over }: Call): Token[] => {
  const [first = [], delimiter = made("''")] = splitCommas(args);
  const distinct = is(first[0], 'distinct');
  const value = is(first[0], 'distinct', 'all') ? first.slice(1) : first;
  if (distinct) {
    return sql`redshift_listed(array_to_string(array_agg(distinct redshift_list_item(${value}) ${order.length ? sql`order by ${withItems(order, value)}` : []}) ${over}, ${delimiter}))`;
  }
  return sql`redshift_listed(string_agg(nullif(cast(${value} as varchar), ''), ${delimiter} ${order}) ${over})`;
};

/** The engine wants the DISTINCT argument itself in ORDER BY. */
const withItems = (order: readonly Token[], value: readonly Token[]): Token[] => {
  const written = value.map(({ text }) => text.toLowerCase()).join(' ');
  const direction = order.findIndex((token) => is(token, 'asc', 'desc', 'nulls'));
  const items = order.slice(2, direction < 0 ? order.length : direction);
  const same = items.map(({ text }) => text.toLowerCase()).join(' ') === written;
  return [
    ...(same ? sql`redshift_list_item(${value})` : items),
    ...(direction < 0 ? [] : order.slice(direction)),
  ];
};

const letters =
  "(select 'b' as x, 1 as n union all select 'a', 10 union all select '', 2 union all select null, 3) as t";

export const listaggRule: Rule = {
  name: 'LISTAGG',
  area: 'Aggregates and windows',
  macros: [
    "redshift_list_item(x) as case when x::varchar = '' then null else x end",
    `redshift_listed(x) as case when strlen(x) > 65535 then error('Result size exceeds LISTAGG limit')
       else nullif(x, '') end`,
  ],
  rewrite: (tokens) => replaceCalls(tokens, ['listagg'], listagg),
  cases: [
    { sql: `select listagg(x, '|') within group (order by x) as a from ${letters}`, rows: [['a|b']] },
    {
      sql: `select listagg(x) within group (order by x desc) from ${letters}`,
      columns: ['listagg'],
      rows: [['ba']],
    },
    {
      sql: `select listagg(n, ', ') within group (order by n desc) as a from ${letters}`,
      rows: [['10, 3, 2, 1']],
    },
    { sql: `select listagg(x, '|') within group (order by n) as a from ${letters}`, rows: [['b|a']] },
    { sql: `select listagg(x) as a from ${letters} where x = 'a'`, rows: [['a']] },
    { sql: `select listagg(x) as a from ${letters} where n = 99`, rows: [[null]] },
    {
      form: 'LISTAGG(DISTINCT …)',
      sql: `select listagg(distinct n, ', ') within group (order by n) as a, listagg(distinct x, ',') within group (order by x desc) as b
              from (select n, x from ${letters} union all select 1, 'b') as u`,
      rows: [['1, 2, 3, 10', 'b,a']],
    },
    {
      form: 'LISTAGG(…) OVER (…)',
      sql: `select listagg(x, ',') within group (order by x) over (partition by n < 2) as a, listagg(distinct x, ',') within group (order by x) over () as b from ${letters} order by n limit 1`,
      rows: [['b', 'a,b']],
    },
    {
      form: 'LISTAGG beyond 65535 bytes',
      sql: "select listagg(repeat('x', 40000)) from (select 1 union all select 2) as t",
      error: 'ERROR: Result size exceeds LISTAGG limit',
    },
  ],
};
