import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

const renamed: Record<string, string> = {
  float: 'double',
  super: 'json',
  varbyte: 'blob',
  varbinary: 'blob',
  nvarchar: 'varchar',
  nchar: 'varchar',
};
/** Without precision Redshift's DECIMAL is DECIMAL(18,0), the engine's is (18,3). */
const decimals = ['decimal', 'numeric', 'dec'];

/** Whether an AS at `at` stands in CAST(… AS type). */
const isCast = (tokens: readonly Token[], at: number): boolean => {
  let depth = 0;
  for (let back = at - 1; back >= 0; back -= 1) {
    if (is(tokens[back], ')')) depth += 1;
    if (is(tokens[back], '(') && --depth < 0) return is(tokens[back - 1], 'cast');
  }
  return false;
};

/** After `::`, after AS in a cast, or after a column's name in a definition. */
const inTypePosition = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  if (is(before, '::', 'type')) return true;
  if (is(before, 'as')) return isCast(tokens, at - 1);
  const definition =
    is(tokens[0], 'create', 'alter') && (before?.kind === 'word' || before?.kind === 'quoted');
  return definition && !is(before, 'select', 'by', 'and', 'or', 'where', 'on', 'table');
};

/** Whether the three tokens from `at` are the `(64)` of `varbyte(64)`, for which the engine has no place. */
const isLengthOfBytes = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], '(') &&
  is(tokens[at - 1], 'varbyte', 'varbinary') &&
  is(tokens[at + 2], ')') &&
  inTypePosition(tokens, at - 1);

const rename = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, at) => {
    const name = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (
      name === 'max' &&
      tokens[at - 1]?.text === '(' &&
      is(tokens[at - 2], 'varchar', 'varying', 'nvarchar')
    ) {
      return [{ ...token, text: '65535', kind: 'number' as const }];
    }
    if ([0, 1, 2].some((back) => isLengthOfBytes(tokens, at - back))) return [];
    if (!inTypePosition(tokens, at)) return [token];
    if (decimals.includes(name) && tokens[at + 1]?.text !== '(') return [{ ...token, text: 'decimal(18,0)' }];
    return [Object.hasOwn(renamed, name) ? { ...token, text: renamed[name] as string } : token];
  });

export const types: Rule = {
  name: 'type names: VARCHAR(MAX), FLOAT, DECIMAL, SUPER, VARBYTE, NVARCHAR',
  area: 'Types',
  approximate: 'The length of a VARCHAR or CHAR is not checked.',
  rewrite: rename,
  cases: [
    { sql: "select 'a'::varchar(max) as a, 1.6::decimal as b, 0.1::float as c", rows: [['a', '2', '0.1']] },
    { sql: "select cast('abc' as varbyte) as a, 1 as float", columns: ['a', 'float'], rows: [['YWJj', '1']] },
    { sql: "select 'a'::varbyte(9) as a", rows: [['YQ==']] },
  ],
};
