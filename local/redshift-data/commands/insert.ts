import { made } from '../sql/calls.ts';
import { quoted, readName } from '../sql/names.ts';
import { is } from '../sql/tokens.ts';
import { existingColumns } from '../tables/existing-table.ts';
import { theRelation } from '../tables/find-relation.ts';
import { begins, type Command } from './command.ts';

/** How many columns the engine missed a value for, by its message. */
const fewer = ({ message }: Error): number | undefined => {
  const [, columns, values] =
    /table \S+ has (\d+) columns but (\d+) values were supplied/.exec(message) ?? [];
  return values !== undefined && Number(values) < Number(columns) ? Number(values) : undefined;
};

/** INSERT without a list of columns fills as many as there are values; the others take their default. */
export const insert: Command = {
  name: 'INSERT',
  area: 'Changes',
  matches: (tokens) => begins(tokens, 'insert', 'into'),
  run: async (context, tokens) => {
    try {
      return await context.translated([...tokens]);
    } catch (error) {
      const values = fewer(error as Error);
      const { parts, end } = readName(tokens, 2);
      const listed = is(tokens[end], '(') && !is(tokens[end + 1], 'select', 'with', '(');
      if (values === undefined || listed) throw error;
      const columns = await existingColumns(context.connection, await theRelation(context.connection, parts));
      const list = columns.slice(0, values).map(({ name }) => quoted(name));
      return context.translated([
        ...tokens.slice(0, end),
        ...made(`(${list.join(', ')})`),
        ...tokens.slice(end),
      ]);
    }
  },
  cases: [
    {
      form: 'INSERT INTO t [(a, b)] VALUES (…), (…) | query | DEFAULT VALUES',
      sql: `create temp table t (a integer, b varchar(5) default 'x', c integer default 7);
            insert into t values (1, 'y', default), (2, 'z', 3); insert into t (a) select 3; insert into t default values;
            select a, b, c from t order by a`,
      rows: [
        ['1', 'y', '7'],
        ['2', 'z', '3'],
        ['3', 'x', '7'],
        [null, 'x', '7'],
      ],
    },
    {
      form: 'INSERT of fewer values than columns',
      sql: "create temp table t (a integer, b varchar(5) default 'x'); insert into t values (1); insert into t (select 2); select a, b from t order by a",
      rows: [
        ['1', 'x'],
        ['2', 'x'],
      ],
    },
    {
      form: 'UPDATE … SET … FROM …',
      sql: `create temp table t (a integer, b integer); insert into t values (1, 1), (2, 2);
            update t set b = s.n from (select 2 as k, 9 as n) s where t.a = s.k; select b from t order by a`,
      rows: [['1'], ['9']],
    },
    {
      form: 'DELETE FROM … USING …',
      sql: `create temp table t (a integer); insert into t values (1), (2); create temp table s (k integer); insert into s values (2);
            delete from t using s where t.a = s.k; delete t where a = 5; select a from t`,
      rows: [['1']],
    },
    {
      form: 'TRUNCATE [TABLE] t',
      note: 'Does not commit the transaction that it is in.',
      sql: 'create temp table t (a integer); insert into t values (1); truncate t; select count(*) from t',
      rows: [['0']],
    },
  ],
};

/** `DELETE t WHERE …`: FROM may be left out. */
export const deleteWithoutFrom: Command = {
  name: 'DELETE t',
  area: 'Changes',
  matches: (tokens) => is(tokens[0], 'delete') && !is(tokens[1], 'from'),
  run: (context, [first, ...rest]) => {
    const head = first ? [first] : [];
    return context.translated([...head, ...made('from'), ...rest]);
  },
  cases: [
    {
      sql: 'create temp table t (a integer); insert into t values (1); delete t; select count(*) from t',
      rows: [['0']],
    },
  ],
};
