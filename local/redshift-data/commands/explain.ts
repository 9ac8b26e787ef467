import { translate } from '../dialect/translate.ts';
import { literal } from '../sql/names.ts';
import { render } from '../sql/tokens.ts';
import { begins, type Command, textRows } from './command.ts';

interface Plan {
  name: string;
  children: Plan[];
  extra_info: Record<string, unknown>;
}

const steps: [RegExp, string][] = [
  [/SEQ_SCAN|TABLE_SCAN/, 'Seq Scan'],
  [/HASH_JOIN/, 'Hash Join DS_DIST_NONE'],
  [/JOIN|CROSS_PRODUCT/, 'Nested Loop DS_BCAST_INNER'],
  [/HASH_GROUP_BY|PERFECT_HASH/, 'HashAggregate'],
  [/AGGREGATE/, 'Aggregate'],
  [/ORDER_BY|TOP_N/, 'Merge'],
  [/LIMIT/, 'Limit'],
  [/WINDOW/, 'Window'],
  [/UNION/, 'Append'],
];

const rowsOf = ({ extra_info: info }: Plan): string => String(info['Estimated Cardinality'] ?? '1');

/** Lines of a plan as Redshift draws it. What Redshift has no step for is left out. */
const lines = (plan: Plan, depth = 0): string[] => {
  const step = steps.find(([pattern]) => pattern.test(plan.name))?.[1];
  const table = String(plan.extra_info.Table ?? '')
    .split('.')
    .at(-1);
  const arrow = depth === 0 ? 'XN ' : `${' '.repeat(depth * 6 - 4)}->  XN `;
  const cost = `(cost=0.00..0.01 rows=${rowsOf(plan)} width=4)`;
  const own = step ? [`${arrow}${step}${table ? ` on ${table}` : ''}  ${cost}`] : [];
  return [...own, ...plan.children.flatMap((child) => lines(child, step ? depth + 1 : depth))];
};

export const explain: Command = {
  name: 'EXPLAIN',
  area: 'Queries',
  matches: (tokens) => begins(tokens, 'explain'),
  run: async (context, tokens) => {
    const statement = tokens.slice(begins(tokens, 'explain', 'verbose') ? 2 : 1);
    const parts = translate(statement);
    const [row] = await textRows(context.connection, `explain (format json) ${render(parts.at(-1) ?? [])}`);
    const [plan] = JSON.parse(row?.[1] ?? '[]') as Plan[];
    const drawn = plan ? lines(plan) : [];
    const all = drawn.length > 0 ? drawn : ['Result  (cost=0.00..0.01 rows=1 width=0)'];
    const values = all.map((line, index) => `(${index}, ${literal(line)})`);
    return context.answer(
      `select line as "QUERY PLAN" from (values ${values.join(', ')}) as t(n, line) order by n`,
    );
  },
  cases: [
    {
      note: 'The steps of the engine in Redshift’s words; the costs are constants.',
      sql: 'create temp table t (a integer); explain select a, count(*) from t group by a',
      columns: ['query plan'],
      rows: [
        ['XN HashAggregate  (cost=0.00..0.01 rows=1 width=4)'],
        ['  ->  XN Seq Scan on t  (cost=0.00..0.01 rows=0 width=4)'],
      ],
    },
  ],
};
