import type { Rule } from '../rule.ts';

/** The engine's setting `default_null_order` does it (engine/open-engine.ts). */
export const order: Rule = {
  name: 'NULL in ORDER BY: last ascending, first descending',
  area: 'Queries',
  cases: [
    { sql: 'select a from (select 1 as a union all select null) as t order by a', rows: [['1'], [null]] },
    {
      sql: 'select a from (select 1 as a union all select null) as t order by a desc',
      rows: [[null], ['1']],
    },
  ],
};
