import type { Forms } from './rule.ts';

const sales = `(select 'a' as k, 1 as n union all select 'a', 3 union all select 'b', 2) as s`;

/** Queries that the engine reads as Redshift does. */
export const queryForms: readonly Forms[] = [
  {
    name: 'WITH [RECURSIVE]',
    area: 'Queries',
    cases: [
      {
        sql: 'with recursive r (n) as (select 1 union all select n + 1 from r where n < 3) select n from r order by n',
        rows: [['1'], ['2'], ['3']],
      },
    ],
  },
  {
    name: 'QUALIFY',
    area: 'Queries',
    cases: [
      {
        sql: `select k, n from ${sales} qualify row_number() over (partition by k order by n desc) = 1 order by k`,
        rows: [
          ['a', '3'],
          ['b', '2'],
        ],
      },
    ],
  },
  {
    name: 'PIVOT',
    area: 'Queries',
    cases: [
      {
        sql: `select * from (select k, n from ${sales}) pivot (sum(n) for k in ('a', 'b'))`,
        columns: ['a', 'b'],
        rows: [['4', '2']],
      },
      {
        sql: `select * from (select k, n from ${sales}) pivot (count(n) for k in ('a' as x, 'b' as y))`,
        columns: ['x', 'y'],
        rows: [['2', '1']],
      },
    ],
  },
  {
    name: 'UNPIVOT [INCLUDE NULLS]',
    area: 'Queries',
    cases: [
      {
        sql: 'select color, cnt from (select 15 as red, 20 as green, null::integer as blue) unpivot (cnt for color in (red, green, blue)) order by cnt',
        rows: [
          ['red', '15'],
          ['green', '20'],
        ],
      },
      {
        sql: 'select color, cnt from (select 15 as red, null::integer as blue) unpivot include nulls (cnt for color in (red, blue)) order by color',
        rows: [
          ['blue', null],
          ['red', '15'],
        ],
      },
    ],
  },
  {
    name: 'GROUPING SETS, ROLLUP, CUBE, GROUPING',
    area: 'Queries',
    cases: [
      {
        sql: `select k, sum(n), grouping(k) as g from ${sales} group by rollup (k) order by k`,
        rows: [
          ['a', '4', '0'],
          ['b', '2', '0'],
          [null, '6', '1'],
        ],
      },
      {
        sql: `select k, n, count(*) from ${sales} group by grouping sets ((k), (n), ()) order by k, n`,
        rows: [
          ['a', null, '2'],
          ['b', null, '1'],
          [null, '1', '1'],
          [null, '2', '1'],
          [null, '3', '1'],
          [null, null, '3'],
        ],
      },
      { sql: `select count(*) from (select k, n from ${sales} group by cube (k, n)) as c`, rows: [['9']] },
    ],
  },
  {
    name: 'frames of windows',
    area: 'Aggregates and windows',
    cases: [
      {
        sql: `select n, sum(n) over (order by n rows between 1 preceding and current row) as s from ${sales} order by n`,
        rows: [
          ['1', '1'],
          ['2', '3'],
          ['3', '5'],
        ],
      },
      {
        sql: `select n, first_value(n) over (partition by k order by n desc rows unbounded preceding) as f from ${sales} order by n`,
        rows: [
          ['1', '3'],
          ['2', '2'],
          ['3', '3'],
        ],
      },
    ],
  },
  {
    name: 'UNION, INTERSECT, EXCEPT',
    area: 'Queries',
    cases: [
      { sql: '(select 1 as a union all select 2) intersect select 2 order by a', rows: [['2']] },
      { sql: 'select 1 as a except select 2 union select 3 order by a', rows: [['1'], ['3']] },
    ],
  },
  {
    name: 'BEGIN, COMMIT, END, ROLLBACK, ABORT',
    area: 'Changes',
    cases: [
      {
        sql: 'create temp table t (a integer); begin; insert into t values (1); rollback; begin work; begin; insert into t values (2); end transaction; commit; select a from t',
        rows: [['2']],
      },
      { sql: 'begin read only; create table never (a integer)', error: 'ERROR: transaction is read-only' },
      {
        form: 'START TRANSACTION ISOLATION LEVEL SERIALIZABLE',
        sql: 'start transaction isolation level serializable, read write; select 1',
        rows: [['1']],
      },
    ],
  },
  {
    name: 'ANALYZE, VACUUM, COMMENT, LOCK',
    area: 'Administration',
    approximate: 'Accepted without effect.',
    cases: [
      {
        sql: `create table kept1 (a integer); analyze kept1; vacuum full kept1; comment on table kept1 is 'x'; lock kept1; select 1`,
        rows: [['1']],
      },
    ],
  },
];
